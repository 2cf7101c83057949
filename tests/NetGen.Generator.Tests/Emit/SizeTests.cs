namespace NetGen.Generator.Tests;

/// <summary>What is written grows with the number of different kernels and, by a few statements each, with the number of layers.</summary>
public sealed class SizeTests
{
    private const string FeedForward = "[Block, Linear(64), Gelu, Linear(32)] public class FeedForward; ";

    // In each pass a call, and what shows it to a probe.
    private const int MaxStatementsPerLinear = 15;

    [Theory]
    [InlineData("[Mlp(Depth = {0})]", 10, 1)]
    [InlineData("[Mlp(Depth = {0}, Residual = true, Activation = Activation.Gelu)]", 10, 1)]
    [InlineData("[Network(Input = 32), Repeat<FeedForward>({0}, Residual = true)]", 5, 2)]
    public void A_deeper_network_is_longer_by_the_same_statements_for_every_layer(string attributes, int depth, int linears)
    {
        GeneratorRun shallow = Generate(attributes, depth);
        GeneratorRun deep = Generate(attributes, 2 * depth);
        GeneratorRun deepest = Generate(attributes, 4 * depth);

        int growth = Statements(deep) - Statements(shallow);
        Assert.InRange(growth, depth, depth * linears * MaxStatementsPerLinear);
        Assert.Equal(0, growth % depth);
        Assert.Equal(2 * growth, Statements(deepest) - Statements(deep));
        Assert.Equal(KernelFiles(shallow), KernelFiles(deep));
        Assert.Equal(KernelFiles(shallow), KernelFiles(deepest));
    }

    // The sum of a weight's uses is a method, and several for more uses than one takes: the first part of the first sum is not the eleventh
    // sum.
    [Fact]
    public void Many_shared_weights_with_many_uses_have_methods_of_their_own()
    {
        GeneratorRun run = GeneratorRun.Over($"""
            using NetGen;
            [Block, {string.Join(", ", Enumerable.Repeat("Linear(2)", 11))}] internal class Coders;
            [Network(Input = 2), Repeat<Coders>(129, Shared = true)] internal sealed partial class Net;
            """);

        Assert.Empty(run.WarningsAndErrors);
    }

    // The gradient of the shared convolution sums up more terms for each example than an int counts.
    [Fact]
    public void A_shared_weight_over_many_pixels_is_shared_by_threads_as_the_work_it_is()
    {
        GeneratorRun run = GeneratorRun.Over("""
            using NetGen;
            [Block, Conv2d(64)] internal class Convolved;
            [Network(Input = 64, Height = 256, Width = 256), Repeat<Convolved>(2, Shared = true), GlobalAvgPool]
            internal sealed partial class Net;
            """);

        Assert.Empty(run.WarningsAndErrors);
        Assert.Contains("update.Takes(4840226816L * rows.Batch)", run.TextOf("Net.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Networks_of_the_same_layers_share_their_kernels()
    {
        GeneratorRun one = GeneratorRun.Over("using NetGen; [Mlp(Depth = 3, Residual = true)] public partial class Net;");
        GeneratorRun many = GeneratorRun.Over([.. Enumerable.Range(1, 20).Select(static width =>
            $"using NetGen; [Mlp(Width = {width}, Depth = {3 + width % 4}, Residual = true)] public partial class Net{width};")]);

        Assert.Equal(KernelFiles(one), KernelFiles(many));
    }

    private static GeneratorRun Generate(string attributes, int depth) => GeneratorRun.Over(
        $"using NetGen; {FeedForward}{attributes.Replace("{0}", $"{depth}", StringComparison.Ordinal)} public partial class Net;");

    private static int Statements(GeneratorRun run) => run.TextOf("Net.g.cs").Count(static character => character == ';');

    private static IEnumerable<string> KernelFiles(GeneratorRun run) => run.Result.GeneratedSources
        .Where(static file => file.HintName.StartsWith("NetGen-Kernels", StringComparison.Ordinal))
            .Select(static file => file.SourceText.ToString());
}
