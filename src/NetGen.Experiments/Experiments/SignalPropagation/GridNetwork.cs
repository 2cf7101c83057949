namespace NetGen.Experiments.SignalPropagation;

/// <summary>
/// A network of equally wide layers <c>h' = f(W h + b)</c>, as it is declared, with or without a norm in front of each layer and a residual
/// connection around it.
/// </summary>
/// <param name="Activation">The activation <c>f</c>.</param>
/// <param name="Init">How <c>W</c> starts.</param>
/// <param name="Shortcut">The residual connection.</param>
/// <param name="Norm">Whether an RmsNorm stands in front of each layer.</param>
/// <param name="Width">The width of all layers, and of input and output.</param>
/// <param name="Depth">The number of layers.</param>
internal sealed record GridNetwork(Activation Activation, Init Init, Shortcut Shortcut, bool Norm, int Width, int Depth)
{
    /// <summary>The factor on <c>W</c>.</summary>
    public float InitScale { get; init; } = 1;

    /// <summary>The standard deviation of inputs.</summary>
    public float InputStd { get; init; } = 1;

    /// <summary>Whether all layers share one <c>W</c>.</summary>
    public bool Shared { get; init; }

    /// <summary>Whether the activation comes behind the residual connection: <c>f(h + W h + b)</c>.</summary>
    public bool ActivationBehind { get; init; }

    /// <summary>Its name as a class.</summary>
    public string Name =>
        $"{(Norm ? "Norm" : "")}{Shortcut}{(Shared ? "Shared" : "")}{(ActivationBehind ? "Behind" : "")}"
        + $"{Activation}{Init}{(InitScale == 1 ? "" : "Smaller")}{Width}x{Depth}";

    /// <summary>What its layers compute, in words.</summary>
    public string Kind => (Norm ? "RmsNorm, " : "") + (Shared ? "shared weights, " : "") + Shortcut switch
    {
        Shortcut.Identity => ActivationBehind ? "residual, activation behind" : "residual",
        Shortcut.Scaled => $"residual/√{Depth}",
        _ => InitScale == 1 ? "plain" : $"plain, W/√{Depth}",
    };

    /// <summary>The name of the activation as it is said.</summary>
    public string ActivationName => Activation == Activation.Gelu ? "GELU" : $"{Activation}";

    /// <summary>The name of the initialiser as it is said.</summary>
    public string InitName => Init == Init.KaimingNormal ? "He" : "LeCun";

    /// <summary>Its declaration, as somebody would write it.</summary>
    public string Source
    {
        get
        {
            string linear =
                $"{(Norm ? "RmsNorm, " : "")}Linear({Width}, "
                    + $"Init = Init.{Init}{(InitScale == 1 ? "" : $", InitScale = {Literal(InitScale)}")})";
            string shortcut = Shortcut == Shortcut.None ? "" : $", Shortcut = Shortcut.{Shortcut}";
            string network = $$"""
                [Network(Input = {{Width}}{{(InputStd == 1 ? "" : $", InputStd = {Literal(InputStd)}")}})]
                [Repeat<{{Name}}Layer>({{Depth}}{{(ActivationBehind ? "" : shortcut)}}{{(Shared ? ", Shared = true" : "")}})]
                public sealed partial class {{Name}};
                """;
            return ActivationBehind
                ? $$"""
                    using NetGen;

                    [Block, {{linear}}]
                    public sealed class {{Name}}Branch;

                    [Block, Use<{{Name}}Branch>({{shortcut[2..]}}), {{Activation}}]
                    public sealed class {{Name}}Layer;

                    {{network}}
                    """
                : $$"""
                    using NetGen;

                    [Block, {{linear}}, {{Activation}}]
                    public sealed class {{Name}}Layer;

                    {{network}}
                    """;
        }
    }

    private static string Literal(float value) => value.ToString("R", CultureInfo.InvariantCulture) + "f";
}
