using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.CodeFixes.Tests;

/// <summary>Fixes of lengths that do not fit.</summary>
public sealed class WidthFixTests
{
    private const string Usings = "using NetGen; ";

    private const string Projection = "Insert a projection";

    [Theory]
    [InlineData("Use<Three>(Residual = true)", "Use<Three>(Residual = true, Projection = true)")]
    [InlineData(
        "Use<Three>(Shortcut = Shortcut.Scaled, ShortcutFactor = 0.5f)",
        "Use<Three>(Shortcut = Shortcut.Scaled, Projection = true, ShortcutFactor = 0.5f)")]
    [InlineData("Use<Three>(Residual = true, Projection = false)", "Use<Three>(Residual = true, Projection = true)")]
    [InlineData("Repeat<Three>(2, /* around */ Residual = true)", "Repeat<Three>(2, /* around */ Residual = true, Projection = true)")]
    [InlineData("Parallel<Three, Three>(Residual = true), Tanh", "Parallel<Three, Three>(Residual = true, Projection = true), Tanh")]
    public async Task A_projection_is_inserted_behind_the_connection(string before, string after)
    {
        const string Block = "[Block, Linear(3)] public class Three; ";
        using Editor editor = new($"{Usings}{Block}[Network(Input = 4), {before}] public partial class Net;");

        await editor.Fix(Assert.Single(await editor.Errors()), Projection);

        Assert.Equal([$"{Usings}{Block}[Network(Input = 4), {after}] public partial class Net;"], await editor.Texts());
        Assert.Empty(await editor.Errors());
    }

    [Fact]
    public async Task No_projection_goes_with_streams()
    {
        using Editor editor = new(
            Usings + "[Block, Linear(3)] class A; [Network(Input = 4), Use<A>(Shortcut = Shortcut.Streams)] partial class Net;");

        Assert.Equal(["Set the outputs of Linear in A to 4"], (await editor.Offered(Assert.Single(await editor.Errors())))
            .Select(static fix => fix.Title));
    }

    [Theory]
    [InlineData(
        "[Block, Linear(3)] class A; [Network(Input = 4), Use<A>(Residual = true)]",
        "[Block, Linear(4)] class A; [Network(Input = 4), Use<A>(Residual = true)]", "A to 4")]
    [InlineData("[Block, Linear(8), ReLU, Linear(outputs: 3, Bias = false), Tanh] class A; "
        + "[Network(Input = 1_000), Repeat<A>(3, Residual = true)]", "[Block, Linear(8), ReLU, Linear(outputs: 1000, Bias = false), "
            + "Tanh] class A; [Network(Input = 1_000), Repeat<A>(3, Residual = true)]", "A to 1000")]
    [InlineData(
        "[Block, Linear(3), Tanh] class A; [Block, Linear(9), Use<A>, ReLU] class B; [Network(Input = 4), Use<B>(Residual = true)]",
        "[Block, Linear(4), Tanh] class A; [Block, Linear(9), Use<A>, ReLU] class B; [Network(Input = 4), Use<B>(Residual = true)]",
        "A to 4")]
    [InlineData(
        "[Block, Tanh] class A; [Block, Linear(3), Repeat<A>(2)] class B; [Network(Input = 4), Use<B>(Residual = true)]",
        "[Block, Tanh] class A; [Block, Linear(4), Repeat<A>(2)] class B; [Network(Input = 4), Use<B>(Residual = true)]", "B to 4")]
    [InlineData(
        "[Block, Linear(3), CReLU] class A; [Network(Input = 4), Use<A>(Residual = true)]",
        "[Block, Linear(2), CReLU] class A; [Network(Input = 4), Use<A>(Residual = true)]", "A to 2")]
    [InlineData(
        "[Block, Linear(3), NCReLU] class A; [Network(Input = 4), Use<A>(Residual = true)]",
        "[Block, Linear(2), NCReLU] class A; [Network(Input = 4), Use<A>(Residual = true)]", "A to 2")]
    [InlineData(
        "[Block, Linear(3)] class A; [Network(Input = 4), Parallel<A, A>(Residual = true)]",
        "[Block, Linear(4)] class A; [Network(Input = 4), Parallel<A, A>(Residual = true)]", "A to 4")]
    [InlineData(
        "[Block, Linear(3)] class A; [Block, Linear(3), ReLU] class B; [Network(Input = 4), Parallel<A, B>(Residual = true)]",
        "[Block, Linear(4)] class A; [Block, Linear(4), ReLU] class B; [Network(Input = 4), Parallel<A, B>(Residual = true)]",
        "A to 4, of Linear in B to 4")]
    [InlineData(
        "[Block, Linear(3)] class A; [Network(Input = 4), Parallel<A, B>] partial class C; [Block, Linear(5), ReLU] class B; [Mlp]",
        "[Block, Linear(5)] class A; [Network(Input = 4), Parallel<A, B>] partial class C; [Block, Linear(5), ReLU] class B; [Mlp]",
        "A to 5")]
    [InlineData(
        "[Block, Linear(3)] class A; [Network(Input = 4), Parallel<A, B>] partial class C; [Block, Linear(5), ReLU] class B; [Mlp]",
        "[Block, Linear(3)] class A; [Network(Input = 4), Parallel<A, B>] partial class C; [Block, Linear(3), ReLU] class B; [Mlp]",
        "B to 3")]
    public async Task The_last_linear_gets_the_outputs_that_fit(string before, string after, string title)
    {
        using Editor editor = new($"{Usings}{before} partial class Net;");

        await editor.Fix(Assert.Single(await editor.Errors()), $"Set the outputs of Linear in {title}");

        Assert.Equal([$"{Usings}{after} partial class Net;"], await editor.Texts());
        Assert.Empty(await editor.Errors());
    }

    [Theory]
    [InlineData("[Block, Conv2d(3), ReLU] class A;", "[Block, Conv2d(4), ReLU] class A;", "of Conv2d in A to 4")]
    [InlineData(
        "[Block, Linear(4), Conv2d(outputs: 5, Kernel = 5), GroupNorm(1)] class A;",
        "[Block, Linear(4), Conv2d(outputs: 4, Kernel = 5), GroupNorm(1)] class A;", "of Conv2d in A to 4")]
    [InlineData("[Block, Conv2d(4), Linear(3)] class A;", "[Block, Conv2d(4), Linear(4)] class A;", "of Linear in A to 4")]
    public async Task The_last_convolution_gets_the_channels_that_fit(string before, string after, string title)
    {
        const string Net = " [Network(Input = 4, Height = 6, Width = 6), Use<A>(Residual = true)] partial class Net;";
        using Editor editor = new(Usings + before + Net);

        await editor.Fix(Assert.Single(await editor.Errors()), $"Set the outputs {title}");

        Assert.Equal([Usings + after + Net], await editor.Texts());
        Assert.Empty(await editor.Errors());
    }

    [Fact]
    public async Task Channels_do_not_bridge_a_stride()
    {
        using Editor editor = new(
            $"{Usings}[Block, Conv2d(5, Stride = 2)] class A; [Network(Input = 4, Height = 14, Width = 14), Use<A>(Residual = true)] "
            + "partial class Net;");

        Assert.Equal([Projection], (await editor.Offered(Assert.Single(await editor.Errors()))).Select(static fix => fix.Title));
    }

    [Fact]
    public async Task The_linear_may_lie_in_another_file()
    {
        using Editor editor = new(
            Usings + "[Network(Input = 4), Use<A>(Residual = true)] partial class Net;", Usings + "[Block, Linear(3)] class A;");

        await editor.Fix(Assert.Single(await editor.Errors()), "Set the outputs of Linear in A to 4");

        Assert.Equal(Usings + "[Block, Linear(4)] class A;", (await editor.Texts())[1]);
        Assert.Empty(await editor.Errors());
    }

    // The mistake is reported at what placed the library's block, which has one block itself.
    [Fact]
    public async Task Branches_in_another_project_are_left_alone()
    {
        using Editor editor = Editor.WithLibrary(
            Usings + "[Block, Linear(3)] public class A; [Block, Linear(5)] public class B; [Block, Parallel<A, B>] public class C;",
            Usings + "[Network(Input = 4), Use<C>] partial class Net;");

        Assert.Empty(await editor.Offered(Assert.Single(await editor.Errors())));
    }

    [Fact]
    public async Task The_linear_may_lie_in_another_project()
    {
        using Editor editor = Editor.WithLibrary(
            Usings + "[Block, Linear(3)] public class A;", Usings + "[Network(Input = 4), Use<A>(Residual = true)] partial class Net;");

        await editor.Fix(Assert.Single(await editor.Errors()), "Set the outputs of Linear in A to 4");

        Assert.Equal(Usings + "[Block, Linear(4)] public class A;", (await editor.Texts())[1]);
        Assert.Empty(await editor.Errors());
    }

    [Theory]
    [InlineData("[Block, Linear(3)] class A; [Network(Input = 3), Use<A>(Residual = true)] partial class Fine; "
        + "[Network(Input = 4), Use<A>(Residual = true)]")]
    [InlineData("[Block, Linear(3)] class A; [Network(Input = 4), Use<A>(Residual = true), Linear(5), Use<A>(Residual = true)]")]
    [InlineData(
        "[Block, Linear(Sizes.Three)] class A; class Sizes { public const int Three = 3; } [Network(Input = 4), Use<A>(Residual = true)]")]
    [InlineData("[Block, Linear(3), CReLU] class A; [Network(Input = 5), Use<A>(Residual = true)]")]
    [InlineData("[Block, Linear(3)] class A; [Block, Parallel<A, A>] class B; [Network(Input = 4), Use<B>(Residual = true)]")]
    [InlineData("[Block, Linear(3)] class A; [Block, Linear(3), Repeat<A>(2, Residual = true)] class B; "
        + "[Network(Input = 4), Use<B>(Residual = true)]")]
    public async Task Where_another_number_would_not_help_none_is_offered(string source)
    {
        using Editor editor = new($"{Usings}{source} partial class Net;");

        Assert.Equal([Projection], (await editor.Offered(Assert.Single(await editor.Errors()))).Select(static fix => fix.Title));
    }

    [Fact]
    public async Task No_fix_leads_around_fewer_pixels_than_a_stride_leaves()
    {
        using Editor editor = new(
            $"{Usings}[Block, Linear(5), MaxPool2d(Kernel = 3, Stride = 1)] class A; "
            + "[Network(Input = 4, Height = 6, Width = 6), Use<A>(Residual = true)] partial class Net;");

        Assert.Empty(await editor.Offered(Assert.Single(await editor.Errors())));
    }

    [Fact]
    public async Task A_projection_leads_around_every_other_pixel()
    {
        using Editor editor = new(
            $"{Usings}[Block, Linear(5), MaxPool2d] class A; [Network(Input = 4, Height = 6, Width = 6), Use<A>(Residual = true)] "
            + "partial class Net;");

        Assert.Single(await editor.Offered(Assert.Single(await editor.Errors())));
    }

    [Fact]
    public async Task All_connections_are_fixed_at_once()
    {
        const string Nets = "[Network(Input = 4), Use<A>(Residual = true), Use<B>(Residual = true)] partial class First; "
            + "[Network(Input = 6), Use<C>(Residual = true)] partial class Second;";
        using Editor editor = new(
            Usings + Nets, Usings + "[Block, Linear(3)] class A; [Block, Linear(4)] class B; [Block, Linear(5)] class C;");
        ImmutableArray<Diagnostic> errors = await editor.Errors();
        Assert.Equal(2, errors.Length);

        await editor.FixAll(errors, "Set the outputs of Linear in A to 4");

        Assert.Equal(
            [Usings + Nets, Usings + "[Block, Linear(4)] class A; [Block, Linear(4)] class B; [Block, Linear(6)] class C;"],
            await editor.Texts());
        Assert.Empty(await editor.Errors());
    }

    [Fact]
    public async Task All_projections_are_inserted_at_once()
    {
        using Editor editor = new(
            Usings + "[Block, Linear(3)] class A; [Network(Input = 4), Use<A>(Residual = true)] partial class First;",
            Usings + "[Network(Input = 6), Repeat<A>(2, Residual = true)] partial class Second;");

        await editor.FixAll(await editor.Errors(), Projection);

        Assert.Equal(
            [Usings + "[Block, Linear(3)] class A; [Network(Input = 4), Use<A>(Residual = true, Projection = true)] "
                + "partial class First;", Usings + "[Network(Input = 6), Repeat<A>(2, Residual = true, Projection = true)] "
                    + "partial class Second;"],
            await editor.Texts());
        Assert.Empty(await editor.Errors());
    }

    [Fact]
    public async Task Of_all_branches_the_chosen_one_is_fixed()
    {
        using Editor editor = new(
            Usings + "[Block, Linear(3)] class A; [Block, Linear(5)] class B; [Network(Input = 4), Parallel<A, B>] partial class First;",
            Usings + "[Block, Linear(6)] class C; [Block, Linear(7)] class D; [Network(Input = 4), Parallel<C, D>] partial class Second;");

        await editor.FixAll(await editor.Errors(), "Set the outputs of Linear in B to 3");

        Assert.Equal(
            [
                Usings
                    + "[Block, Linear(3)] class A; [Block, Linear(3)] class B; [Network(Input = 4), Parallel<A, B>] partial class First;",
                Usings
                    + "[Block, Linear(6)] class C; [Block, Linear(6)] class D; [Network(Input = 4), Parallel<C, D>] partial class Second;",
            ], await editor.Texts());
        Assert.Empty(await editor.Errors());
    }
}
