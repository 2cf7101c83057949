namespace NetGen.CodeFixes.Tests;

/// <summary>Fixes of layers over sequences, and over the patches of images.</summary>
public sealed class SequenceFixTests
{
    private const string Usings = "using NetGen; ";

    [Theory]
    [InlineData("SelfAttention(«5»)", "SelfAttention(4)", "Set the number of heads to 4")]
    [InlineData("SelfAttention(«heads: 9», Causal = true)", "SelfAttention(heads: 8, Causal = true)", "Set the number of heads to 8")]
    [InlineData("SelfAttention(«100»)", "SelfAttention(24)", "Set the number of heads to 24")]
    [InlineData("SelfAttention(«24», Rotary = true)", "SelfAttention(12, Rotary = true)", "Set the number of heads to 12")]
    [InlineData("SelfAttention(«5», Rotary = true)", "SelfAttention(4, Rotary = true)", "Set the number of heads to 4")]
    [InlineData("PositionEmbedding(«Positions = 4»)", "PositionEmbedding(Positions = 10)", "Set Positions to 10")]
    [InlineData(
        "PositionEmbedding(«Positions = 1», InitScale = 1f)", "PositionEmbedding(Positions = 10, InitScale = 1f)", "Set Positions to 10")]
    [InlineData("ClassToken, PositionEmbedding(«Positions = 10»)", "ClassToken, PositionEmbedding(Positions = 11)", "Set Positions to 11")]
    public async Task The_nearest_number_that_fits_a_sequence_is_written(string before, string after, string title) =>
        await AssertFixed("Network(Input = 24, Length = 10)", before, after, title);

    [Theory]
    [InlineData("PatchEmbedding(«5», 8)", "PatchEmbedding(4, 8)", "Set the side of a patch to 4")]
    [InlineData("PatchEmbedding(«100», 8, Bias = false)", "PatchEmbedding(4, 8, Bias = false)", "Set the side of a patch to 4")]
    [InlineData("PatchEmbedding(outputs: 8, «patch: 3»)", "PatchEmbedding(outputs: 8, patch: 2)", "Set the side of a patch to 2")]
    [InlineData("SelfAttention(2, «Causal = true»)", "SelfAttention(2)", "Remove Causal = true")]
    [InlineData("SelfAttention(2, Bias = false, «Causal = true», Joint = true)", "SelfAttention(2, Bias = false, Joint = true)",
        "Remove Causal = true")]
    public async Task What_fits_an_image_is_written(string before, string after, string title) =>
        await AssertFixed("Network(Input = 4, Height = 12, Width = 8)", before, after, title);

    [Theory]
    [InlineData("[Network(Input = 7, Length = 4), SelfAttention(1, Rotary = true)]")]
    [InlineData("[Network(Input = 8, Length = 4), SelfAttention(Sizes.Three)]")]
    [InlineData("[Network(Input = 8, Length = 4), SelfAttention(int.MaxValue)]")]
    [InlineData("[Network(Input = 8, Height = 4, Width = 6), PatchEmbedding(Sizes.Three, 8)]")]
    [InlineData("[Block, SelfAttention(5)] class A; [Network(Input = 10, Length = 4), Use<A>] partial class Fine; "
        + "[Network(Input = 12, Length = 4), Use<A>, Linear(3)]")]
    [InlineData("[Block, SelfAttention(2, Causal = true)] class A; [Block, Use<A>] class B; "
        + "[Network(Input = 8, Length = 4), Use<B>] partial class Writer; [Network(Input = 8, Height = 4, Width = 4), Use<A>]")]
    public async Task Where_nothing_is_certain_nothing_is_offered(string source)
    {
        using Editor editor = new($"{Usings}{source} partial class Net; static class Sizes {{ public const int Three = 3; }}");

        Assert.Empty(await editor.Offered(Assert.Single(await editor.Errors())));
    }

    [Fact]
    public async Task A_block_that_images_alone_go_through_is_not_causal()
    {
        using Editor editor = new(Source("SelfAttention(2, Causal = true)"));

        await editor.Fix((await editor.Errors())[0]);

        Assert.Equal([Source("SelfAttention(2)")], await editor.Texts());
        Assert.Empty(await editor.Errors());

        static string Source(string layer) =>
            $"{Usings}[Block, {layer}] class A; [Network(Input = 8, Height = 4, Width = 4), Use<A>] partial class First; "
                + "[Network(Input = 6, Height = 2, Width = 2), Use<A>] partial class Second;";
    }

    [Theory]
    [InlineData(
        "[Block, Linear(8), SwiGLU] class A; [Network(Input = 6), Use<A>(Residual = true)]",
        "[Block, Linear(12), SwiGLU] class A; [Network(Input = 6), Use<A>(Residual = true)]", "Linear in A to 12")]
    [InlineData(
        "[Block, Embedding(4), ReLU] class A; [Block, Embedding(6)] class B; [Network(Vocabulary = 9, Length = 3), Parallel<A, B>]",
        "[Block, Embedding(6), ReLU] class A; [Block, Embedding(6)] class B; [Network(Vocabulary = 9, Length = 3), Parallel<A, B>]",
        "Embedding in A to 6")]
    public async Task The_layer_that_decides_on_the_length_hands_on_as_much_as_is_needed(string before, string after, string title)
    {
        using Editor editor = new($"{Usings}{before} partial class Net;");

        await editor.Fix(Assert.Single(await editor.Errors()), $"Set the outputs of {title}");

        Assert.Equal([$"{Usings}{after} partial class Net;"], await editor.Texts());
        Assert.Empty(await editor.Errors());
    }

    private static async Task AssertFixed(string network, string before, string after, string title)
    {
        using Editor editor = new(Declared(before.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal)));
        var error = Assert.Single(await editor.Errors());
        Assert.Equal(Declared(before).IndexOf('«', StringComparison.Ordinal), error.Location.SourceSpan.Start);

        await editor.Fix(error, title);

        Assert.Equal([Declared(after)], await editor.Texts());
        Assert.Empty(await editor.Errors());

        string Declared(string layer) => $"{Usings}[{network}, {layer}, Linear(3)] partial class Net;";
    }
}
