using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>The slope with which a plain network of some depth keeps inputs apart.</summary>
public sealed class LeakySlopeTests
{
    private const string Blocks = """
        using NetGen;
        [Block, Linear(64), ReLU] public class He;
        [Block, Linear(64), LeakyReLU] public class Leaky;
        [Block, Linear(64, InitScale = 0.8575f), LeakyReLU(0.6)] public class Steep;
        [Block, Linear(64, Init = Init.LeCunNormal), ReLU] public class LeCun;
        [Block, Linear(64), RmsNorm, ReLU] public class Normed;
        [Block, RmsNorm, Linear(64), ReLU] public class PreNormed;
        [Block, ReLU, Linear(64)] public class Early;
        [Block, Repeat<He>(3), Linear(64, Init = Init.LeCunNormal), Tanh] public class Mixed;
        [Block, Linear(64), PReLU] public class Learned;
        [Block, Conv2d(32), ReLU] public class Conv;
        [Block, Conv2d(32), BatchNorm2d, ReLU] public class BatchNormed;
        [Block, Repeat<He>(10), Use<Normed>] public class Stage;

        """;

    private const string Image = "[Network(Input = 3, Height = 16, Width = 16), Conv2d(32), ReLU, ";

    // Activations stand before the last layer, which answers.
    [Theory]
    [InlineData("[Network(Input = 64), Repeat<He>(20), Linear(10)]", 20)]
    [InlineData("[Network(Input = 64), Repeat<He>(50), Linear(10)]", 50)]
    [InlineData("[Network(Input = 64), Repeat<He>(100), Linear(10)]", 100)]
    [InlineData("[Network(Input = 64), Repeat<Leaky>(50), Linear(10)]", 50)]
    [InlineData("[Network(Input = 64), Repeat<LeCun>(50), Linear(10)]", 50)]
    [InlineData("[Network(Input = 64), Repeat<Normed>(50), Linear(10)]", 50)]
    [InlineData("[Mlp(Depth = 20)]", 19)]
    [InlineData("[Mlp(Depth = 51, InitScale = 0.2f)]", 50)]
    [InlineData("[Mlp(Depth = 51, Activation = Activation.LeakyReLU, Input = 3, Output = 2)]", 51)]
    [InlineData("[Mlp(Depth = 400)]", 399)]
    [InlineData(Image + "Repeat<Conv>(50), GlobalAvgPool, Linear(10)]", 51)]
    [InlineData(Image + "Conv2d(32, Stride = 2), ReLU, Repeat<Conv>(19), Flatten, Linear(10)]", 21)]
    public void It_is_the_least_one_that_keeps_the_cosine_at_its_target(string network, int activations)
    {
        double slope = Assert.Single(Slopes(Chosen(network, "netgen_indistinguishable_inputs = 0.9")));

        Assert.Equal(Math.Round(slope, 2), slope, 1e-7);
        Assert.InRange(CosineBehind(activations, slope), 0, LeakySlope.Target);
        Assert.InRange(CosineBehind(activations, slope - 0.01), LeakySlope.Target, 1);
    }

    // What is asked for is not less than what is warned of.
    [Fact]
    public void The_target_is_no_greater_than_the_threshold()
    {
        double slope = Assert.Single(Slopes(Chosen("[Mlp(Depth = 11)]", "netgen_indistinguishable_inputs = 0.5")));

        Assert.InRange(CosineBehind(10, slope), 0, 0.5);
        Assert.InRange(CosineBehind(10, slope - 0.01), 0.5, 1);
    }

    [Theory]
    [InlineData("[Mlp(Depth = 50)]", "set Activation = Activation.LeakyReLU, Slope = 0.43f and InitScale = 0.9187f")]
    [InlineData(
        "[Mlp(Depth = 50, Init = Init.LeCunNormal)]", "set Activation = Activation.LeakyReLU, Slope = 0.43f and InitScale = 1.2992f")]
    [InlineData(
        "[Mlp(Depth = 50, Init = Init.Orthogonal)]", "set Activation = Activation.LeakyReLU, Slope = 0.43f and InitScale = 1.2992f")]
    [InlineData(
        "[Network(Input = 64), Repeat<He>(50), Linear(10)]",
        "put LeakyReLU(0.44) in place of every hidden ReLU and set InitScale = 0.9153f on every Linear before one")]
    [InlineData(
        "[Network(Input = 784), Linear(64), ReLU, Repeat<LeCun>(49), Linear(10)]",
        "put LeakyReLU(0.44) in place of every hidden ReLU and set InitScale = 0.9153f or 1.2945f on every Linear before one")]
    [InlineData(
        "[Network(Input = 64), Repeat<Leaky>(25), Repeat<He>(25), Linear(10)]",
        "put LeakyReLU(0.44) in place of every hidden LeakyReLU and ReLU and set InitScale = 0.9153f on every Linear before one")]
    [InlineData(
        "[Network(Input = 3, Height = 16, Width = 16), Repeat<Conv>(40), Flatten, Linear(64), ReLU, Repeat<He>(9), Linear(10)]",
        "put LeakyReLU(0.44) in place of every hidden ReLU and set InitScale = 0.9153f on every Conv2d and Linear before one")]
    public void It_is_told_with_the_start_that_keeps_the_size_of_the_signal(string network, string title) =>
        Assert.Contains(title, Chosen(network).Select(static remedy => remedy.Title));

    // A norm gives the signal a size of its own, and in a few layers not much is lost.
    [Theory]
    [InlineData("[Network(Input = 64), Repeat<Normed>(50), Linear(10)]")]
    [InlineData("[Network(Input = 64), Repeat<PreNormed>(50), Linear(10)]")]
    [InlineData("[Mlp(Depth = 10)]", "netgen_indistinguishable_inputs = 0.8")]
    public void Weights_start_as_before_where_the_size_does_not_depend_on_them(string network, params string[] settings) =>
        Assert.DoesNotContain("InitScale", Assert.Single(Leaks(Chosen(network, settings))).Title, StringComparison.Ordinal);

    [Theory]
    [InlineData("[Mlp(Depth = 20)]")]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f)]")]
    [InlineData("[Mlp(Depth = 20, Residual = true)]")]
    [InlineData("[Mlp(Depth = 50, Activation = Activation.Tanh)]")]
    [InlineData("[Mlp(Depth = 10, Activation = Activation.Sigmoid)]")]
    [InlineData("[Network(Input = 64), Repeat<Learned>(100), Linear(10)]")]
    [InlineData(Image + "Repeat<BatchNormed>(80), GlobalAvgPool, Linear(10)]")]
    public void Of_other_networks_it_is_not_told(string network) => Assert.Empty(Leaks(Chosen(network)));

    // Inputs that have nearly everything in common are alike in a linear network too.
    [Fact]
    public void Where_no_slope_helps_none_is_told() =>
        Assert.Empty(Leaks(Chosen("[Mlp(Depth = 50, InputMean = 10)]")));

    [Theory]
    [InlineData("[Network(Input = 64), Repeat<He>(50, Shared = true), Linear(10)]")]
    [InlineData("[Network(Input = 64), Repeat<Stage>(5), Linear(10)]")]
    [InlineData("[Network(Input = 64), Linear(64), Repeat<Early>(50), ReLU, Linear(10)]")]
    [InlineData("[Network(Input = 64), Repeat<He>(50)]")]
    [InlineData("[Network(Input = 64), Repeat<He>(50), Linear(10), ReLU]")]
    [InlineData("[Network(Input = 64), Repeat<Steep>(20), Repeat<He>(50), Linear(10)]")]
    [InlineData("[Network(Input = 64), Repeat<Mixed>(20), Linear(10)]")]
    [InlineData("[Network(Input = 64, InputMean = 0.3f), Repeat<He>(50), Linear(10)]")]
    public void Blocks_may_be_shared_nested_or_mixed(string network)
    {
        Remedy.Leak leak = Assert.Single(Leaks(Chosen(network)));

        ExpectedNetwork mended = ExpectedNetwork.Of(
            leak.ApplyTo(GeneratorRun.Over(Source(network)).Network), TestContext.Current.CancellationToken);
        Assert.InRange(mended.LastCosine!.Value.Value, 0.8, LeakySlope.Target);
        Assert.InRange(mended.Drift!.Value.Value, 1, 2);
    }

    // In front of the ReLU in the second branch stands what stands in front of both, and behind both it is their sum.
    [Fact]
    public void What_is_scaled_are_the_products_whose_sum_comes_to_an_activation()
    {
        NetworkSpec network = GeneratorRun.Over(
            "using NetGen; [Block, Linear(3)] public class A; [Block, ReLU, Linear(3)] public class B; "
            + "[Network(Input = 3), Linear(3), Parallel<A, B>, ReLU, Linear(1)] public partial class Net;").Network;

        Assert.Equal(["0", "1.0.0", "1.1.1"], HiddenRectifiers.Below(0.5f, network).Products.Select(static product => product.Name));
    }

    [Fact]
    public void An_activation_of_another_assembly_cannot_be_changed() => Assert.Empty(Leaks(Chosen(GeneratorRun.OverWithLibrary(
        "using NetGen; [Block, Linear(64), ReLU] public class Library;",
        "using NetGen; [Network(Input = 64), Repeat<Library>(25), Repeat<Own>(25), Linear(1)] public partial class Net; "
        + "[Block, Linear(64), ReLU] public class Own;"))));

    private static string Source(string network) => $"{Blocks}{network} public partial class Net;";

    private static IEnumerable<Remedy.Leak> Leaks(IEnumerable<Remedy> remedies) => remedies.OfType<Remedy.Leak>();

    private static IEnumerable<double> Slopes(IEnumerable<Remedy> remedies) =>
        Leaks(remedies).Select(static leak => (double)leak.Slope);

    private static IReadOnlyList<Remedy> Chosen(string network, params string[] settings) =>
        Chosen(GeneratorRun.Over(Source(network)), settings);

    private static IReadOnlyList<Remedy> Chosen(GeneratorRun run, params string[] settings)
    {
        INamedTypeSymbol type = run.Output.GetTypeByMetadataName("Net")!;
        DeclaredNetwork network = DeclaredNetwork.Of(type, TestContext.Current.CancellationToken)!;
        SignalJudge judge = new(new SignalThresholds(new ConfiguredOptions(settings).GlobalOptions), TestContext.Current.CancellationToken);
        return new Remedies(network, judge, judge.Find(network.Spec)).Chosen;
    }

    // f(z) = z where positive, else a z, of normal numbers of correlation c: E[f(u) f(v)] / E[f(u)²] by the arc-cosine kernel of degree 1
    // (Cho and Saul 2009), independent inputs first.
    private static double CosineBehind(int activations, double slope)
    {
        double cosine = 0;
        for (int i = 0; i < activations; i++)
        {
            double bend = (1 - slope) * (1 - slope) / (1 + slope * slope);
            cosine += bend * (Math.Sqrt(1 - cosine * cosine) - cosine * Math.Acos(cosine)) / Math.PI;
        }

        return cosine;
    }
}
