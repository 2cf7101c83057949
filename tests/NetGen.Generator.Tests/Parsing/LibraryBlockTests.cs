using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>Blocks may lie in another assembly, of which there is no source.</summary>
public sealed class LibraryBlockTests
{
    private const string Library = """
        using NetGen;

        namespace Blocks;

        /// <summary>A block for others.</summary>
        [Block, Linear(12), Gelu, Linear(6, InitScale = 0.5f)]
        public class FeedForward;
        """;

    [Fact]
    public void A_block_of_another_assembly_gives_the_layers_that_one_here_would()
    {
        const string Network =
            "[NetGen.Network(Input = 6), NetGen.Repeat<Blocks.FeedForward>(2, Residual = true)] internal partial class Net;";

        GeneratorRun there = GeneratorRun.OverWithLibrary(Library, Network);
        GeneratorRun here = GeneratorRun.Over(Library, Network);

        Assert.Empty(there.WarningsAndErrors);
        Assert.Equal(here.Network, there.Network);
        Assert.Equal(here.TextOf("Net.g.cs"), there.TextOf("Net.g.cs"));
    }

    [Fact]
    public void A_mistake_that_a_block_of_another_assembly_leads_to_is_reported_where_it_is_placed()
    {
        MarkedSource marked = MarkedSource.Parse(
            "[NetGen.Network(Input = 5), NetGen.Repeat<Blocks.FeedForward>(2, «Residual = true»)] internal partial class Net;");

        Diagnostic error = Assert.Single(GeneratorRun.OverWithLibrary(Library, marked.Text).Errors);

        Assert.Equal(DiagnosticDescriptors.ResidualWidths, error.Descriptor);
        Assert.Equal(marked.Start, error.Location.SourceSpan.Start);
        Assert.Contains("Net / Repeat<FeedForward> #1", error.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_inside_a_block_of_another_assembly_is_reported_where_it_is_placed()
    {
        MarkedSource marked = MarkedSource.Parse("[NetGen.Network(Input = 5), «NetGen.Use<Blocks.Wrong>»] internal partial class Net;");

        Diagnostic error = Assert.Single(
            GeneratorRun.OverWithLibrary("namespace Blocks { [NetGen.Block, NetGen.Linear(0)] public class Wrong; }", marked.Text).Errors);

        Assert.Equal(DiagnosticDescriptors.BelowOne, error.Descriptor);
        Assert.Equal((marked.Start, marked.Marked.Length), (error.Location.SourceSpan.Start, error.Location.SourceSpan.Length));
    }

    // Its source is at hand, but belongs to another compilation.
    [Theory]
    [InlineData("[NetGen.Block, NetGen.Linear(0)] public class Wrong;", "NETGEN013")]
    [InlineData(
        "[NetGen.Block, NetGen.Linear(3)] public class Three; [NetGen.Block, NetGen.Use<Three>(Residual = true)] public class Wrong;",
        "NETGEN026")]
    [InlineData("[NetGen.Block, NetGen.Use<Wrong>] public class Wrong;", "NETGEN025")]
    public void A_mistake_inside_a_block_of_another_project_is_reported_where_it_is_placed(string blocks, string id)
    {
        MarkedSource marked = MarkedSource.Parse("[NetGen.Network(Input = 5), «NetGen.Use<Blocks.Wrong>»] internal partial class Net;");

        Diagnostic error = Assert.Single(GeneratorRun.OverWithProject($"namespace Blocks {{ {blocks} }}", marked.Text).Errors);

        Assert.Equal(id, error.Id);
        Assert.Equal((marked.Start, marked.Marked.Length), (error.Location.SourceSpan.Start, error.Location.SourceSpan.Length));
    }

    [Fact]
    public void A_block_of_another_project_gives_the_layers_that_one_here_would()
    {
        const string Network =
            "[NetGen.Network(Input = 6), NetGen.Repeat<Blocks.FeedForward>(2, Residual = true)] internal partial class Net;";

        GeneratorRun there = GeneratorRun.OverWithProject(Library, Network);

        Assert.Empty(there.WarningsAndErrors);
        Assert.Equal(GeneratorRun.Over(Library, Network).Network, there.Network);
    }
}
