using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

public sealed class SignalTests
{
    public static TheoryData<string, string> Trainable => [.. TrainableNetworks.All];

    [Theory]
    [MemberData(nameof(Trainable))]
    public void Networks_known_to_train_well_are_not_warned_of(string network, string reason)
    {
        NetworkSpec spec = GeneratorRun.Over(TrainableNetworks.Source(network)).Network;

        IEnumerable<SignalFinding> found = new SignalJudge(Defaults, TestContext.Current.CancellationToken).Find(spec);

        Assert.True(!found.Any(), $"{network}, {reason}: {string.Join(", ", found)}{Dump(spec)}");
    }

    private static string Dump(string source) => Dump(GeneratorRun.Over(source).Network);

    private static readonly SignalThresholds Defaults = new(new NoOptions());

    private sealed class NoOptions : AnalyzerConfigOptions { public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) { value = null; return false; } }

    private static string Dump(NetworkSpec spec)
    {
        ScheduledNetwork n = NetworkCompiler.Schedule(spec, default);
        ExpectedNetwork e = ExpectedNetwork.Of(spec, default);
        return $"drift {e.Drift} chain {e.IsChain} cos {e.LastCosine}\n" + string.Join("\n", n.Forward.Layers.Zip(n.Signals, (l, s) => $"{l.Name} z {s.PreActivationDeviation:G3} h {s.StreamDeviation:G3} cos {s.Cosine:G4} g {s.GradientRatio:G3}").Where((_, i) => i % Math.Max(1, n.Signals.Count / 8) == 0 || i > n.Signals.Count - 3));
    }

    [Theory]
    [InlineData("[Mlp(Width = 64, Depth = 20, InitScale = 0.2236f)]", "NETGEN037")]
    [InlineData("[Mlp(Width = 64, Depth = 20, Residual = true)]", "")]
    [InlineData("[Mlp(Width = 64, Depth = 50, Residual = true)]", "")]
    [InlineData("[Mlp(Width = 64, Depth = 10, Activation = Activation.Sigmoid)]", "")]
    [InlineData("[Mlp(Width = 64, Depth = 50, Init = Init.LeCunNormal)]", "")]
    [InlineData("[Mlp(Width = 64, Depth = 50)]", "")]
    [InlineData("[Mlp(Width = 64, Depth = 10, Init = Init.Zeros)]", "")]
    [InlineData("[Mlp(Width = 64, Depth = 10, Init = Init.Ones)]", "")]
    [InlineData("[Mlp(Width = 64, Depth = 30, Activation = Activation.GELU)]", "")]
    [InlineData("[Mlp(Width = 64, Depth = 30, Activation = Activation.Tanh)]", "")]
    [InlineData("[Mlp(Width = 64, Depth = 8, Init = Init.XavierNormal)]", "")]
    [InlineData("[Network(Input = 2), Linear(64, Init = Init.LeCunNormal), Repeat<N>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]", "")]
    [InlineData("[Network(Input = 2), Linear(64, Init = Init.LeCunNormal), Repeat<N>(50, Residual = true), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]", "")]
    [InlineData("[Network(Input = 2), Linear(64, Init = Init.LeCunNormal), Repeat<P>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]", "")]
    public async Task Bad(string network, string id)
    {
        ImmutableArray<Diagnostic> found = await Analyze("using NetGen; [Block, Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)] public class N; [Block, RmsNorm, Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)] public class P; " + network + " public partial class Net;");

        Assert.Fail($"{network}, {id}: {string.Join("\n", found)}\n{Dump("using NetGen; [Block, Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)] public class N; [Block, RmsNorm, Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)] public class P; " + network + " public partial class Net;")}");
    }

    private static async Task<ImmutableArray<Diagnostic>> Analyze(string source)
    {
        GeneratorRun run = GeneratorRun.Over(source);
        return await run.Output.WithAnalyzers([new SignalAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }
}
