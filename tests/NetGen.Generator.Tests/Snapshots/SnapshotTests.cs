namespace NetGen.Generator.Tests;

/// <summary>The generated files themselves, as users step into them.</summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData("PlainNet", "Width = 3, Depth = 2")]
    [InlineData("ResidualNet", "Width = 45, Depth = 2, Residual = true, InitScale = 0.7071f")]
    [InlineData("SmoothNet", "Width = 8, Depth = 2, Input = 5, Output = 1, Activation = Activation.Gelu, Bias = false")]
    public void Network_is_written_as_verified(string name, string arguments)
    {
        GeneratorRun run = GeneratorRun.Over($"using NetGen; namespace MyApp; [Mlp({arguments})] public sealed partial class {name};");

        Assert.Empty(run.WarningsAndErrors);
        Snapshot.Verify(name, run.TextOf($"MyApp.{name}.g.cs"));
    }

    [Fact]
    public void Network_with_shared_weights_is_written_as_verified()
    {
        GeneratorRun run = GeneratorRun.Over("""
            using NetGen;
            namespace MyApp;
            [Block, Linear(6), ReLU] internal class Coder;
            [Network(Input = 6), Repeat<Coder>(2, Shared = true), RmsNorm, Linear(2)] internal sealed partial class SharedNet;
            """);

        Assert.Empty(run.WarningsAndErrors);
        Snapshot.Verify("SharedNet", run.TextOf("MyApp.SharedNet.g.cs"));
    }

    [Fact]
    public void Network_that_writes_is_written_as_verified()
    {
        GeneratorRun run = GeneratorRun.Over("""
            using NetGen;
            namespace MyApp;
            [Block, RmsNorm(Gain = false), SelfAttention(4, Causal = true, Bias = false)] internal class Attention;
            [Block, RmsNorm(Gain = false), Linear(64, Bias = false), ReLU, Linear(16, Bias = false)] internal class FeedForward;
            [Network(Vocabulary = 27, Length = 16), Embedding(16), PositionEmbedding, RmsNorm(Gain = false)]
            [Use<Attention>(Residual = true), Use<FeedForward>(Residual = true), Linear(27, Bias = false)]
            internal sealed partial class MicroGpt;
            """);

        Assert.Empty(run.WarningsAndErrors);
        Snapshot.Verify("MicroGpt", run.TextOf("MyApp.MicroGpt.g.cs"));
    }

    [Fact]
    public void Choice_of_vector_width_is_written_as_verified()
    {
        GeneratorRun run = GeneratorRun.Over("using NetGen; [Mlp(Residual = true)] public sealed partial class Net;");

        Snapshot.Verify("Kernels", run.TextOf("NetGen-Kernels.g.cs"));
    }

    [Fact]
    public void Kernel_is_written_as_verified()
    {
        var residualLayer = new Kernel(new Linear(HasBias: true), EquatableArray.Of<EpilogueStep>(
            new Activate(new ReLU(), Keep: true), new AddRows(), new Store()));

        Snapshot.Verify("Kernels.Loops", KernelEmitter.Emit(EquatableArray.Of(residualLayer))
            .Single(static file => file.HintName == "NetGen-Kernels.Loops.g.cs").Source);
    }

    [Fact]
    public void Wrong_declaration_is_written_as_verified()
    {
        GeneratorRun run = GeneratorRun.Over("using NetGen; namespace MyApp; [Mlp(Depth = 0)] public sealed partial class WrongNet;");

        Snapshot.Verify("WrongNet", run.TextOf("MyApp.WrongNet.g.cs"));
    }
}
