using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Generator.Tests;

public sealed class UnreadLayersTests
{
    [Theory]
    [InlineData("[Linear(2), ReLU] public partial class Lost;", 1)]
    [InlineData("[Block, Linear(2), ReLU] public class Found;", 0)]
    [InlineData("[Network(Input = 2), Linear(2)] public partial class Found;", 0)]
    [InlineData("[Netw, Linear(2)] public partial class BeingTyped;", 0)]
    public async Task Layers_on_a_class_that_is_no_network_or_block_are_reported_once(string source, int reported)
    {
        Compilation compilation = GeneratorRun.Over("using NetGen; " + source).Output;

        IEnumerable<Diagnostic> found = await compilation.WithAnalyzers([new UnreadLayersAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(reported, found.Count(static diagnostic => diagnostic.Id == "NETGEN029"));
    }
}
