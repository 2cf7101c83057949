namespace NetGen.Generator.Tests;

/// <summary>A multilayer perceptron as an <c>[Mlp]</c> declares it.</summary>
internal sealed record DeclaredMlp(int Width, int Depth, bool Residual, NetGen.Activation Activation, int Input, int Output, bool Bias)
{
    /// <summary>Widths and batches around the edges of tiles, vectors, panels and strides.</summary>
    public static int[] Sizes { get; } = [1, 7, 45, 46, 63, 64, 65, 257];

    /// <summary>Every width that leaves another remainder, with every activation; the other properties take turns.</summary>
    public static IReadOnlyList<DeclaredMlp> All { get; } =
    [
        .. from width in Sizes
           from activation in Enum.GetValues<NetGen.Activation>()
           let turn = (int)activation + Array.IndexOf(Sizes, width)
           select new DeclaredMlp(
               width, Depth: 1 + turn % 3, Residual: turn % 2 == 0, activation,
               Input: turn % 5 == 1 ? width + 4 : width, Output: turn % 5 >= 3 ? 3 : width, Bias: turn % 4 != 2),
    ];

    public string Name => $"{(Residual ? "Residual" : "Plain")}{Activation}{Width}x{Depth}";

    public string Source => $$"""
        using NetGen;

        [Mlp(Width = {{Width}}, Depth = {{Depth}}, Residual = {{(Residual ? "true" : "false")}}, Activation = Activation.{{Activation}},
            Input = {{Input}}, Output = {{Output}}, Bias = {{(Bias ? "true" : "false")}}, Init = Init.LeCunNormal)]
        public sealed partial class {{Name}};
        """;
}
