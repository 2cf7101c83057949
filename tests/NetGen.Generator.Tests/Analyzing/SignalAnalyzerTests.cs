using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests;

/// <summary>Where and how warnings of starts are said.</summary>
public sealed class SignalAnalyzerTests
{
    private const string Vanishing = "[Mlp(Depth = 20, InitScale = 0.2236f)] public partial class Net;";

    private const string Blocks = """
        using NetGen;
        [Block, Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)] public class Normless;
        [Block, Linear(64), ReLU] public class He;
        [Block, Repeat<He>(20, Residual = true)] public class Stage;

        """;

    [Theory]
    [InlineData("[Mlp(Width = 64, «Depth = 20», InitScale = 0.2236f)]", "NETGEN037")]
    [InlineData("[Mlp(«Depth = 20», Residual = true)]", "NETGEN040")]
    [InlineData("[Mlp(Depth = 9, «Init = Init.XavierNormal»)]", "NETGEN042")]
    [InlineData("[«Mlp(InitScale = 1e5f)»]", "NETGEN040")]
    [InlineData("[Network(Input = 2)] [Linear(64, Init = Init.LeCunNormal), «Repeat<Normless>(50)», Linear(1)]", "NETGEN037")]
    [InlineData("[Network(Input = 2)] [«Linear(64)», Scale(1e-6f), Linear(64), ReLU, Linear(1)]", "NETGEN037")]
    [InlineData("[Network(Input = 64), «Use<Stage>», Linear(1)]", "NETGEN040")]
    public async Task A_warning_stands_where_the_class_says_the_layer(string network, string id)
    {
        MarkedSource marked = MarkedSource.Parse($"{Blocks}{network} public partial class Net;");

        Diagnostic warning = Assert.Single(await Analyze(marked.Text), warning => warning.Id == id);

        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
        Assert.Equal(new TextSpan(marked.Start, marked.Marked.Length), warning.Location.SourceSpan);
    }

    [Theory]
    [InlineData(
        "[Mlp(Depth = 20, InitScale = 0.2236f)]",
        "Expected dL/dz at 'layers.0' to start at 1e-4 of that at 'layers.19' or more, found 4.4e-13: training would hardly reach it; "
        + "to mend it, set InitScale = 1f, or set Residual = true")]
    [InlineData(
        "[Mlp(Depth = 20, Residual = true)]",
        "Expected what 'layers.18' hands on to start at 1000 times its size at the input or less, found 1.1e4: "
        + "the first loss would grow with its square; to mend it, set InitScale = 0.2236f")]
    [InlineData(
        "[Mlp(Depth = 9, Init = Init.XavierNormal)]",
        "Expected an initialiser that keeps the signal's size through ReLU, found Init.XavierNormal, "
        + "with which it drifts by a factor of 19 up to 'layers.7': Init.KaimingNormal leaves 1.2; to mend it, "
        + "set Init = Init.KaimingNormal, or set Residual = true")]
    [InlineData(
        "[Network(Input = 64), Repeat<He>(50), Linear(1)]",
        "Expected two different inputs to leave '0.49.0' with a cosine of 0.98 or less, found 0.9879: "
        + "the network could hardly tell them apart; to mend it, put LeakyReLU(0.44) in place of every hidden ReLU and set "
        + "InitScale = 0.9153f on every Linear before one, "
        + "or set Shortcut = Shortcut.Scaled on Repeat<He>(50), or set Shortcut = Shortcut.ReZero on Repeat<He>(50)")]
    public async Task A_message_says_what_was_expected_what_came_and_what_would_mend_it(string network, string message) =>
        Assert.Equal(message, Assert.Single(await Analyze($"{Blocks}{network} public partial class Net;")).GetMessage(null));

    [Theory]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f)] public class Net;")]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f, Width = 0)] public partial class Net;")]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f), Mlp] public partial class Net;")]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f)] public partial record Net;")]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f)] public partial class Net { public int Info; }")]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f)] public partial class Net { public Net(string name) { } }")]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f)] public partial class Net(int width);")]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f)] public partial interface Net;")]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f)] public partial class")]
    [InlineData("[Network(Input = 64), Repeat<Missing>(50)] public partial class Net;")]
    [InlineData("[Network(Input = 64), Repeat<He>(50, Residual = ")]
    [InlineData("[Network(Input = 64)] public partial class Net;")]
    public async Task A_declaration_with_errors_is_left_to_them(string source)
    {
        GeneratorRun run = GeneratorRun.Over(Blocks + source);
        Assert.Contains(run.Reported.Concat(OpenFile.Errors(run.Output)), static found => found.Severity == DiagnosticSeverity.Error);

        Assert.Empty(await Analyze(run.Output));
    }

    [Theory]
    [InlineData("Use<Nothing>")]
    [InlineData("Use<Nested>, Repeat<Nothing>(2), Parallel<Nothing, Nested>")]
    public async Task Blocks_that_hold_nothing_are_no_obstacle(string blocks)
    {
        Diagnostic warning = Assert.Single(await Analyze($$"""
            using NetGen;
            [Block, Identity] public class Nothing;
            [Block, Use<Nothing>(Residual = true), Identity] public class Nested;
            [Network(Input = 8), {{blocks}}, Linear(8, Init = Init.Zeros), Linear(8)] public partial class Net;
            """));

        Assert.StartsWith("NETGEN0", warning.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#pragma warning disable NETGEN037\n", "")]
    [InlineData("", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"NetGen\", \"NETGEN037\", Justification = \"It is to vanish.\")] ")]
    public async Task It_is_suppressed_as_any_other(string pragma, string attribute) =>
        Assert.Empty(await Analyze($"using NetGen;\n{pragma}{attribute}{Vanishing}"));

    [Theory]
    [InlineData("none", null)]
    [InlineData("error", DiagnosticSeverity.Error)]
    public async Task An_editorconfig_decides_on_the_severity(string configured, DiagnosticSeverity? severity)
    {
        GeneratorRun run = GeneratorRun.Over(
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release)
                .WithSyntaxTreeOptionsProvider(EditorConfig.Parse($"dotnet_diagnostic.NETGEN037.severity = {configured}")),
            "using NetGen; " + Vanishing);

        Assert.Equal(severity, (await Analyze(run.Output)).SingleOrDefault()?.Severity);
    }

    [Theory]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f)]", "netgen_vanishing_gradient = 1e-13", "NETGEN039")]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f)]", "netgen_vanishing_gradient = 0.01", "NETGEN037")]
    [InlineData("[Mlp(Depth = 5, InitScale = 0.5f)]", "netgen_vanishing_gradient = 0.1", "NETGEN037")]
    [InlineData("[Mlp(Depth = 10, InitScale = 4f)]", "netgen_exploding_gradient = 1e6", "NETGEN040")]
    [InlineData("[Mlp(Depth = 20, Residual = true)]", "netgen_exploding_activations = 1e5", "")]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.5f)]", "netgen_vanishing_gradient = 1e-9", "NETGEN039")]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.5f)]", "netgen_vanishing_gradient = 1e-9; netgen_dying_activations = 1e-9", "")]
    [InlineData("[Mlp(Depth = 50)]", "netgen_indistinguishable_inputs = 0.99", "")]
    [InlineData("[Mlp(Depth = 10)]", "netgen_indistinguishable_inputs = 0.8", "NETGEN041")]
    [InlineData("[Mlp(Depth = 9, Init = Init.XavierNormal)]", "netgen_unsuited_init = 100", "")]
    public async Task An_editorconfig_moves_the_thresholds(string network, string settings, string ids) =>
        Assert.Equal(ids, string.Join(" ", (await Analyze($"using NetGen; {network} public partial class Net;", settings.Split("; ")))
            .Select(static warning => warning.Id)));

    [Theory]
    [InlineData(
        "netgen_vanishing_gradient = small",
        "Expected netgen_vanishing_gradient to be a number above 0 and below 1, found 'small': 1e-4 counts instead")]
    [InlineData(
        "netgen_vanishing_gradient = 1",
        "Expected netgen_vanishing_gradient to be a number above 0 and below 1, found '1': 1e-4 counts instead")]
    [InlineData(
        "netgen_dying_activations = 0",
        "Expected netgen_dying_activations to be a number above 0 and below 1, found '0': 1e-4 counts instead")]
    [InlineData(
        "netgen_exploding_gradient = -3", "Expected netgen_exploding_gradient to be a number above 1, found '-3': 1e4 counts instead")]
    [InlineData(
        "netgen_exploding_activations = NaN",
        "Expected netgen_exploding_activations to be a number above 1, found 'NaN': 1000 counts instead")]
    [InlineData(
        "netgen_indistinguishable_inputs = 0,9",
        "Expected netgen_indistinguishable_inputs to be a number above 0 and below 1, found '0,9': 0.98 counts instead")]
    [InlineData(
        "netgen_unsuited_init = Infinity", "Expected netgen_unsuited_init to be a number above 1, found 'Infinity': 10 counts instead")]
    public async Task A_threshold_out_of_its_range_is_said_at_the_network(string setting, string message)
    {
        MarkedSource marked = MarkedSource.Parse("using NetGen; [«Mlp(Depth = 3)»] public partial class Net;");

        Diagnostic warning = Assert.Single(await Analyze(marked.Text, setting));

        Assert.Equal(DiagnosticDescriptors.BadThreshold, warning.Descriptor);
        Assert.Equal(message, warning.GetMessage(null));
        Assert.Equal(new TextSpan(marked.Start, marked.Marked.Length), warning.Location.SourceSpan);
    }

    // Blocks of other assemblies take part in the verdict, but nothing can be changed there.
    [Fact]
    public async Task Blocks_of_another_assembly_are_judged_but_not_changed()
    {
        GeneratorRun run = GeneratorRun.OverWithLibrary(
            "using NetGen; [Block, Linear(64, Init = Init.LeCunNormal), ReLU] public class Library;",
            "using NetGen; [Network(Input = 64), Repeat<Library>(30), Linear(1)] public partial class Net;");

        Diagnostic warning = Assert.Single(await Analyze(run.Output));

        Assert.Equal(DiagnosticDescriptors.UnsuitedInit, warning.Descriptor);
        Assert.EndsWith(
            "; to mend it, set Shortcut = Shortcut.Scaled on Repeat<Library>(30), or set Shortcut = Shortcut.ReZero on Repeat<Library>(30)",
            warning.GetMessage(null), StringComparison.Ordinal);
    }

    // A build asks of all files at once, generated ones too.
    [Fact]
    public async Task A_build_says_it_as_an_editor_does()
    {
        Compilation compilation = GeneratorRun.Over("using NetGen; " + Vanishing).Output;

        ImmutableArray<Diagnostic> built = await compilation.WithAnalyzers([new SignalAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Texts(await Analyze(compilation)), Texts(built));

        static IEnumerable<string> Texts(ImmutableArray<Diagnostic> diagnostics) =>
            diagnostics.Select(static warning => warning.ToString());
    }

    private static Task<ImmutableArray<Diagnostic>> Analyze(string source, params string[] settings) =>
        Analyze(GeneratorRun.Over(source).Output, settings);

    private static Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation, params string[] settings) =>
        OpenFile.Analyze(compilation, new SignalAnalyzer(), settings);
}
