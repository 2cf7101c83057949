namespace NetGen.Generator.Tests;

/// <summary>
/// What becomes of layers that fold, and of those that do not: the products that are left, with the formulas of their parameters.
/// </summary>
public sealed class FoldTests
{
    private const string Image = "[Network(Input = 4, Height = 6, Width = 6)";
    private const string Vector = "[Network(Input = 4)";

    private const string Blocks = """
        using NetGen;
        [Block, Conv2d(4, Bias = false), BatchNorm2d] class Three;
        [Block, Conv2d(4, Kernel = 1)] class One;
        [Block, Conv2d(4, Kernel = 2)] class Two;
        [Block, Conv2d(8, Kernel = 2, Stride = 1)] class Wide;
        [Block, Conv2d(8, Stride = 2)] class Down;
        [Block, Conv2d(8, Kernel = 2, Stride = 2)] class Half;
        [Block, Linear(4)] class Dense;
        [Block, BatchNorm2d] class Norm;
        [Block, Identity] class Same;
        [Block, Conv2d(4), ReLU] class Bent;
        [Block, Conv2d(4), BatchNorm2d, ReLU] class Unit;
        [Block, Parallel<One, Norm>] class Narrow;
        [Block, Scale(1f, Learned = true, PerChannel = true)] class Multiple;
        [Block, NCReLU, Conv2d(4)] class Halved;
        [Block, CReLU, Conv2d(4, Kernel = 1)] class Apart;

        """;

    public static TheoryData<string, string> Cases =>
    [
        (Vector + ", Linear(3), BatchNorm1d, ReLU, Linear(2)]", "0: Linear norm(0, 1); 1: ReLU; 2: Linear 3"),
        (Vector + ", Linear(3, Bias = false), BatchNorm1d(Affine = false)]", "0: Linear norm(0, 1)"),
        (Vector + ", Linear(3), Scale(0.5f), Scale(2f, Learned = true)]", "0: Linear 2 0.5 0"),
        (Vector + ", Linear(3), BatchNorm1d, BatchNorm1d]", "0: Linear norm(norm(0, 1), 2)"),
        (Image + ", Conv2d(3), BatchNorm2d, ReLU]", "0: Conv2d norm(0, 1); 1: ReLU"),

        // In front of a product, and behind what is none, a norm stays.
        (Image + ", BatchNorm2d, Conv2d(3), BatchNorm2d]", "0: BatchNorm; 1: Conv2d norm(1, 2)"),
        (Vector + ", Linear(3), BatchNorm1d, Dropout(0.5f), BatchNorm1d]", "0: Linear norm(0, 1); 1: Dropout; 2: BatchNorm"),

        // Blocks stay blocks, and repetitions are counted.
        (Image + ", Repeat<Unit>(2)]", "0.0: (0: Conv2d norm(0.0.0, 0.0.1); 1: ReLU); 0.1: (0: Conv2d norm(0.1.0, 0.1.1); 1: ReLU)"),
        (Image + ", Use<One>, BatchNorm2d, ReLU]", "0: Conv2d norm(0.0, 1); 1: ReLU"),
        (
            Image + ", Conv2d(4), Repeat<Norm>(2), Use<One>, BatchNorm2d]",
            "0: Conv2d 0; 1.0: (0: BatchNorm); 1.1: (0: BatchNorm); 2: Conv2d norm(2.0, 3)"),

        // A sum of products is one, with an identity, a norm or a projection among them.
        (Image + ", Parallel<Three, Narrow>]", "0: Conv2d norm(0.0.0, 0.0.1) + wide(0.1.0.0.0, 3 at 1) + wide(norm(I, 0.1.0.1.0), 3 at 1)"),
        (Image + ", Parallel<One, Dense>]", "0: Conv2d 0.0.0 + 0.1.0"),
        (Image + ", Parallel<Two, Same>]", "0: Conv2d 0.0.0 + wide(I, 2 at 0)"),
        (Image + ", Use<Three>(Residual = true)]", "0: Conv2d norm(0.0, 0.1) + wide(I, 3 at 1)"),
        (Image + ", Use<Down>(Residual = true, Projection = true)]", "0: Conv2d 0.0 + wide(0.projection, 3 at 1)"),
        (Image + ", Use<Dense>(Shortcut = Shortcut.Scaled)]", "0: Linear 1 0.0 + I"),
        (Image + ", Use<Dense>(Shortcut = Shortcut.ReZero)]", "0: Linear 0.alpha 0.0 + I"),
        (Image + ", Use<Dense>(Shortcut = Shortcut.LayerScale)]", "0: Linear 0.gamma 0.0 + I"),
        (Image + ", Parallel<One, Two>(Residual = true), BatchNorm2d]", "0: Conv2d norm(0.1.0 + wide(0.0.0, 2 at 0) + wide(I, 2 at 0), 1)"),

        // Windows that do not move alike are no sum; neither is one that sees what the wider one does not.
        (Image + ", Parallel<Down, Half>, BatchNorm2d]", "0: Conv2d norm(0.0.0 + wide(0.1.0, 3 at 1), 1)"),
        (
            "[Network(Input = 4, Height = 1, Width = 1), Linear(8), BatchNorm2d, Parallel<Down, Wide>]",
            "0: Linear norm(0, 1); 1: 1.0: (0: Conv2d 2.0.0) | 1.1: (0: Conv2d 2.1.0)"),

        // What is not linear, and what goes around it, stays; a sum of norms is no product.
        (
            Image + ", Conv2d(4), BatchNorm2d, Use<Bent>(Shortcut = Shortcut.Scaled)]",
            "0: Conv2d norm(0, 1); 1: (0: Conv2d 2.0; 1: ReLU) Scaled 1"),
        (
            Image + ", Use<One>(Shortcut = Shortcut.Scaled), Use<Bent>(Shortcut = Shortcut.Scaled)]",
            "0: Conv2d 0.70710677 0.0 + I; 1: (0: Conv2d 1.0; 1: ReLU) Scaled 0.70710677"),
        (Image + ", Linear(4), BatchNorm2d, Parallel<Norm, Same>]", "0: Linear norm(0, 1); 1: 1.0: (0: BatchNorm) | 1.1: ()"),
        (Image + ", Linear(4), BatchNorm2d, Use<One>(Shortcut = Shortcut.Gated)]", "0: Linear norm(0, 1); 1: (0: Conv2d 2.0) Gated"),

        // What goes around the halves of its input has gone through them.
        (
            Image + ", Parallel<Multiple, Halved>, BatchNorm2d]",
            "0: NCReLU; 1: Conv2d norm(0.1.1 + wide(halves(0.0.0 I, signed), 3 at 1), 1)"),
        (
            Image + ", Parallel<Halved, One>(Residual = true)]",
            "0: NCReLU; 1: Conv2d 0.0.1 + wide(halves(0.1.0, signed), 3 at 1) + wide(halves(I, signed), 3 at 1)"),
        (
            Image + ", Repeat<Apart>(2, Shortcut = Shortcut.ReZero)]",
            "0.0: (0: CReLU; 1: Conv2d 0.0.alpha 0.0.1 + halves(I)); 0.1: (0: CReLU; 1: Conv2d 0.1.alpha 0.1.1 + halves(I))"),
        (
            Image + ", Linear(4), BatchNorm2d, Parallel<Halved, Apart>]",
            "0: Linear norm(0, 1); 1: 1.0: (0: NCReLU; 1: Conv2d 2.0.1) | 1.1: (0: CReLU; 1: Conv2d 2.1.1)"),

        // A weight norm goes, and its product is one as any.
        (Vector + ", Linear(3, WeightNorm = true), ReLU]", "0: Linear normed(0); 1: ReLU"),
        (Image + ", Conv2d(3, WeightNorm = true, InitialGain = 0.1f), BatchNorm2d]", "0: Conv2d norm(normed(0), 1)"),

        // What was shared still is.
        (
            Image + ", Repeat<Unit>(2, Shared = true), Use<Three>(Shared = true)]",
            "0.0: (0: Conv2d norm(0.0.0, 0.0.1); 1: ReLU); 0.1: (0: Conv2d = 0.0.0; 1: ReLU); 1: (0: Conv2d norm(1.0, 1.1))"),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Layers_become_products(string network, string expected)
    {
        NetworkSpec spec = GeneratorRun.Over($"{Blocks}{network} public partial class Net;").Network;

        FoldedNetwork folded = Fold.Run(spec)!;

        Assert.Equal(expected, Text(folded, folded.Network.Layers, 0));
        Assert.Equal(spec.Output, folded.Network.Output);
    }

    private static string Text(FoldedNetwork folded, IEnumerable<LayerSpec> layers, int depth) => string.Join("; ", layers.Select(layer =>
        $"{(depth == 0 ? layer.Name : layer.Name[(layer.Name.LastIndexOf('.') + 1)..])}: {Text(folded, layer, depth)}"));

    private static string Text(FoldedNetwork folded, LayerSpec layer, int depth) => layer switch
    {
        ProductSpec product => $"{(product is LinearSpec ? "Linear" : "Conv2d")} "
            + (product.ParameterPath == product.Name ? Text(folded.Values[product.Name]) : $"= {product.ParameterPath}"),
        ActivationSpec activation => activation.Function.Name,
        CReLUSpec halves => halves.Function.Name,
        BlockSpec block => $"({Text(folded, block.Layers, depth + 1)})"
            + (block.Shortcut is { } around ? $" {around.Kind}{(around.Factor is float factor ? $" {Number(factor)}" : "")}" : ""),
        ParallelSpec parallel =>
            string.Join(" | ", parallel.Branches.Select(branch => $"{branch.Name}: {Text(folded, branch, depth + 1)}")),
        _ => layer.GetType().Name.Replace("Spec", "", StringComparison.Ordinal),
    };

    private static string Text(FoldedValue value) => value switch
    {
        GivenValue given => given.Path,
        NormedWeightValue normed => $"normed({normed.Path})",
        IdentityValue => "I",
        NormalizedValue norm => $"norm({Text(norm.Of)}, {norm.Path})",
        ScaledValue scaled => $"{Number(scaled.Factor)} {Text(scaled.Of)}",
        ScaledByValue scaled => $"{scaled.Parameter.Replace(".weight", "", StringComparison.Ordinal)} {Text(scaled.Of)}",
        WidenedValue wide => $"wide({Text(wide.Of)}, {wide.Kernel} at {wide.At})",
        HalvesValue halves => $"halves({Text(halves.Of)}{(halves.Signed ? ", signed" : "")})",
        SumValue sum => $"{Text(sum.First)} + {Text(sum.Second)}",
        _ => throw new InvalidOperationException($"{value} has no text."),
    };

    private static string Number(float number) => Numbers.Literal(number).TrimEnd('f');
}
