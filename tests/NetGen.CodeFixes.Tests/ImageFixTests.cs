namespace NetGen.CodeFixes.Tests;

/// <summary>Fixes of layers over images.</summary>
public sealed class ImageFixTests
{
    private const string Usings = "using NetGen; ";

    [Theory]
    [InlineData("MaxPool2d(«Kernel = 7»)", "MaxPool2d(Kernel = 5)", "Kernel to 5")]
    [InlineData("MaxPool2d(«Kernel = 1_000», Padding = 2)", "MaxPool2d(Kernel = 9, Padding = 2)", "Kernel to 9")]
    [InlineData("AvgPool2d(Kernel = 3, «Padding = 2»)", "AvgPool2d(Kernel = 3, Padding = 1)", "Padding to 1")]
    [InlineData("AvgPool2d(Kernel = 3, «Padding = -1»)", "AvgPool2d(Kernel = 3, Padding = 0)", "Padding to 0")]
    [InlineData("MaxPool2d(«Stride = 9»)", "MaxPool2d(Stride = 8)", "Stride to 8")]
    [InlineData("Conv2d(6, «Kernel = 7», Padding = 0)", "Conv2d(6, Kernel = 5, Padding = 0)", "Kernel to 5")]
    [InlineData("Conv2d(6, «Padding = 3»)", "Conv2d(6, Padding = 2)", "Padding to 2")]
    [InlineData("Conv2d(6, «Stride = 11»)", "Conv2d(6, Stride = 10)", "Stride to 10")]
    [InlineData("GroupNorm(«5»)", "GroupNorm(4)", "the number of groups to 4")]
    [InlineData("GroupNorm(«groups: 8», Bias = false)", "GroupNorm(groups: 6, Bias = false)", "the number of groups to 6")]
    [InlineData("GroupNorm(«9»)", "GroupNorm(6)", "the number of groups to 6")]
    [InlineData("GroupNorm(«40»)", "GroupNorm(12)", "the number of groups to 12")]
    public async Task The_nearest_number_that_fits_is_written(string before, string after, string title)
    {
        using Editor editor = new(Declared(before.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal)));
        var error = Assert.Single(await editor.Errors());
        Assert.Equal(Declared(before).IndexOf('«', StringComparison.Ordinal), error.Location.SourceSpan.Start);

        await editor.Fix(error, $"Set {title}");

        Assert.Equal([Declared(after)], await editor.Texts());
        Assert.Empty(await editor.Errors());

        static string Declared(string layer) =>
            $"{Usings}[Network(Input = 12, Height = 8, Width = 5), {layer}, Linear(3)] partial class Net;";
    }

    [Theory]
    [InlineData("[Network(Input = 12, Height = 1, Width = 1), Linear(3), MaxPool2d]")]
    [InlineData("[Network(Input = 12, Height = 8, Width = 5), Linear(3), MaxPool2d(Kernel = Sizes.Seven)]")]
    [InlineData("[Block, GroupNorm(5)] class A; [Network(Input = 10), Use<A>, Linear(10)] partial class Fine; "
        + "[Network(Input = 12), Use<A>, Linear(3)]")]
    [InlineData("[Block, GroupNorm(5)] class A; [Network(Input = 12), Use<A>, Linear(9), Use<A>]")]
    [InlineData("[Network(Input = 12), Linear(3), Flatten]")]
    public async Task Where_no_number_is_certain_none_is_offered(string source)
    {
        using Editor editor = new($"{Usings}{source} partial class Net; static class Sizes {{ public const int Seven = 7; }}");

        Assert.Empty(await editor.Offered(Assert.Single(await editor.Errors())));
    }

    [Theory]
    [InlineData("[Network(Input = 3), BatchNorm2d, Linear(3)]", "[Network(Input = 3), BatchNorm1d, Linear(3)]", "Write BatchNorm1d")]
    [InlineData(
        "[Network(Input = 3, Height = 4, Width = 4), NetGen.BatchNorm1d(Affine = false), Linear(3)]",
        "[Network(Input = 3, Height = 4, Width = 4), NetGen.BatchNorm2d(Affine = false), Linear(3)]", "Write BatchNorm2d")]
    [InlineData(
        "[Block, Linear(4), BatchNorm2dAttribute] class A; [Network(Input = 3), Repeat<A>(3)]",
        "[Block, Linear(4), BatchNorm1dAttribute] class A; [Network(Input = 3), Repeat<A>(3)]", "Write BatchNorm1dAttribute")]
    public async Task The_batch_norm_of_the_example_is_written(string before, string after, string title)
    {
        using Editor editor = new($"{Usings}{before} partial class Net;");

        await editor.Fix(Assert.Single(await editor.Errors()), title);

        Assert.Equal([$"{Usings}{after} partial class Net;"], await editor.Texts());
        Assert.Empty(await editor.Errors());
    }

    [Theory]
    [InlineData("[Block, BatchNorm2d] class A; [Network(Input = 3, Height = 4, Width = 4), Use<A>, GlobalAvgPool, Use<A>, Linear(3)]")]
    [InlineData("[Network(Input = 3), BatchNorm1d(Momentum = 1.5f), Linear(3)]")]
    public async Task Where_neither_batch_norm_is_right_none_is_offered(string source)
    {
        using Editor editor = new($"{Usings}{source} partial class Net;");

        Assert.Empty(await editor.Offered(Assert.Single(await editor.Errors())));
    }

    [Fact]
    public async Task All_numbers_are_fixed_at_once()
    {
        using Editor editor = new(
            Usings + "[Network(Input = 12), GroupNorm(5), Linear(9), GroupNorm(3), Linear(3)] partial class First;",
            Usings + "[Network(Input = 4), GroupNorm(3), Linear(9)] partial class Second;");

        await editor.FixAll(await editor.Errors(), "Set the number of groups to 4");

        Assert.Equal(
            [
                Usings + "[Network(Input = 12), GroupNorm(4), Linear(9), GroupNorm(3), Linear(3)] partial class First;",
                Usings + "[Network(Input = 4), GroupNorm(2), Linear(9)] partial class Second;",
            ], await editor.Texts());
        Assert.Empty(await editor.Errors());
    }
}
