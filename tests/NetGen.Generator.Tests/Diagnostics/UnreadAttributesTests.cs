using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Tests;

public sealed class UnreadAttributesTests
{
    [Theory]
    [InlineData("[Linear(2), ReLU] public partial class Lost;", 1)]
    [InlineData("[Block, Linear(2), ReLU] public class Found;", 0)]
    [InlineData("[Network(Input = 2), Linear(2)] public partial class Found;", 0)]
    [InlineData("[Netw, Linear(2)] public partial class BeingTyped;", 0)]
    public async Task Layers_on_a_class_that_is_no_network_or_block_are_reported_once(string source, int reported)
    {
        Compilation compilation = GeneratorRun.Over("using NetGen; " + source).Output;

        IEnumerable<Diagnostic> found = await compilation.WithAnalyzers([new UnreadAttributesAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(reported, found.Count(static diagnostic => diagnostic.Id == "NETGEN029"));
    }

    [Theory]
    [InlineData("[«Weights(\"a.safetensors\")»] public partial class Lost;")]
    [InlineData("[Block, Linear(2), «Budget(Flops = 3)»] public class Lost;")]
    public async Task Weights_and_a_budget_without_a_network_are_an_error(string source)
    {
        MarkedSource marked = MarkedSource.Parse("using NetGen; " + source);

        Diagnostic error =
            Assert.Single(await OpenFile.Analyze(GeneratorRun.Over(marked.Text).Output, new UnreadAttributesAnalyzer()));

        Assert.Equal(DiagnosticDescriptors.NoNetwork, error.Descriptor);
        Assert.Equal(new TextSpan(marked.Start, marked.Marked.Length), error.Location.SourceSpan);
    }
}
