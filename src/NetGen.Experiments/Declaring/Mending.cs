using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Analyzing;
using NetGen.Generator.Judging;

namespace NetGen.Experiments.Declaring;

/// <summary>What the compiler says of a declaration, and the declaration that its remedy makes of it.</summary>
/// <param name="Before">The declaration.</param>
/// <param name="Warning">The message of the warning.</param>
/// <param name="Slope">The slope that it has solved for.</param>
/// <param name="After">The declaration after the code fix.</param>
/// <param name="WarningsAfter">How many warnings that one earns.</param>
internal sealed record Mending(string Before, string Warning, float Slope, string After, int WarningsAfter)
{
    /// <summary>What makes the warning of inputs that become indistinguishable speak of 20 layers.</summary>
    public const string Setting = "netgen_indistinguishable_inputs = 0.9";

    private static readonly StrictOptions options = new();

    /// <param name="source">A declaration that earns the warning.</param>
    /// <param name="name">The class of the network.</param>
    /// <param name="stop">Stops it.</param>
    public static Mending Of(string source, string name, CancellationToken stop)
    {
        Compilation open = NetworkCompilation.Open([source], stop);
        Diagnostic warning = Warnings(open, stop).FirstOrDefault(static warning => warning.Id == "NETGEN041")
            ?? throw new InvalidOperationException($"Expected {name} to earn NETGEN041, but its inputs stay apart.");
        DeclaredNetwork network = DeclaredNetwork.Of(open.GetTypeByMetadataName(name)!, stop)!;
        SignalJudge judge = new(new SignalThresholds(options.GlobalOptions), stop);
        Remedies remedies = new(network, judge, judge.Find(network.Spec));
        Remedy.Leak leak = remedies.Chosen.OfType<Remedy.Leak>().Single();
        string after = network.Location.SourceTree!.GetText(stop)
            .WithChanges(remedies.Changes(leak, open).Select(static edit => edit.Change)).ToString();
        return new Mending(
            source, $"{warning.Id}: {warning.GetMessage(CultureInfo.InvariantCulture)}", leak.Slope, after,
            Warnings(NetworkCompilation.Open([after], stop), stop).Length);
    }

    private static ImmutableArray<Diagnostic> Warnings(Compilation open, CancellationToken stop) => open
        .WithAnalyzers([new SignalAnalyzer()], new AnalyzerOptions([], options))
        .GetAnalyzerDiagnosticsAsync(stop).GetAwaiter().GetResult();

    /// <summary>An <c>.editorconfig</c> with that setting.</summary>
    private sealed class StrictOptions : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Options();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Options : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                string[] setting = Setting.Split(" = ");
                value = setting[1];
                return key == setting[0];
            }
        }
    }
}
