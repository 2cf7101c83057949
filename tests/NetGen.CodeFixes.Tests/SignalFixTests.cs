using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.CodeFixes.Tests;

/// <summary>Fixes of starts that stand in the way of training.</summary>
public sealed class SignalFixTests
{
    private const string Usings = "using NetGen; ";

    [Theory]
    [InlineData("[Mlp(Depth = 20, InitScale = 0.2236f)]", "Set Residual = true", "[Mlp(Depth = 20, InitScale = 0.2236f, Residual = true)]")]
    [InlineData(
        "[Mlp(Depth = 20, /* small */ InitScale = 0.2236f)]", "Set InitScale = 1f", "[Mlp(Depth = 20, /* small */ InitScale = 1f)]")]
    [InlineData(
        "[Mlp(Depth = 20, Residual = false, InitScale = 0.2236f)]", "Set Residual = true",
        "[Mlp(Depth = 20, Residual = true, InitScale = 0.2236f)]")]
    [InlineData("[Mlp(Depth = 20, Residual = true)]", "Set InitScale = 0.2236f", "[Mlp(Depth = 20, Residual = true, InitScale = 0.2236f)]")]
    [InlineData(
        "[Mlp(Depth = 50)]", "Set Residual = true and set InitScale = 0.1414f", "[Mlp(Depth = 50, Residual = true, InitScale = 0.1414f)]")]
    [InlineData("[Mlp(Depth = 10, Init = Init.Zeros)]", "Set Init = Init.KaimingNormal", "[Mlp(Depth = 10, Init = Init.KaimingNormal)]")]
    [InlineData(
        "[Block, Linear(64), ReLU] class A; [Network(Input = 64), Repeat<A>(20, Residual = true), Linear(1)]",
        "Set Shortcut = Shortcut.Scaled on Repeat<A>(20)",
        "[Block, Linear(64), ReLU] class A; [Network(Input = 64), Repeat<A>(20, Shortcut = Shortcut.Scaled), Linear(1)]")]
    [InlineData(
        "[Block, Linear(64), ReLU] class A; [Network(Input = 64)] [Repeat<A>(50)] [Linear(1)]",
        "Set Shortcut = Shortcut.ReZero on Repeat<A>(50)",
        "[Block, Linear(64), ReLU] class A; [Network(Input = 64)] [Repeat<A>(50, Shortcut = Shortcut.ReZero)] [Linear(1)]")]
    [InlineData(
        "[Block, Linear(64), ReLU] class A; [Block, Repeat<A>(20, Residual = true)] class B; [Network(Input = 64), Use<B>, Linear(1)]",
        "Set Shortcut = Shortcut.Scaled on Repeat<A>(20)",
        "[Block, Linear(64), ReLU] class A; [Block, Repeat<A>(20, Shortcut = Shortcut.Scaled)] class B; "
        + "[Network(Input = 64), Use<B>, Linear(1)]")]
    [InlineData(
        "[Block] [Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)] class A; "
        + "[Network(Input = 64), Repeat<A>(50), Linear(1)]", "Put RmsNorm at the head of A",
        "[Block] [RmsNorm, Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)] class A; "
        + "[Network(Input = 64), Repeat<A>(50), Linear(1)]")]
    [InlineData(
        "[Block, Linear(64, Init = Init.LeCunNormal), ReLU] class A; [Network(Input = 64), Repeat<A>(12), Linear(10, Bias = false)]",
        "Set Init = Init.KaimingNormal on every Linear",
        "[Block, Linear(64, Init = Init.KaimingNormal), ReLU] class A; [Network(Input = 64), Repeat<A>(12), Linear(10, Bias = false, "
        + "Init = Init.KaimingNormal)]")]
    public async Task A_remedy_is_written_into_the_declaration(string before, string title, string after)
    {
        using Editor editor = new($"{Usings}{before} partial class Net;");

        await editor.Fix((await editor.Warnings())[0], title);

        Assert.Equal([$"{Usings}{after} partial class Net;"], await editor.Texts());
        Assert.Empty(await editor.Errors());
        Assert.Empty(await editor.Warnings());
    }

    [Fact]
    public async Task Names_are_written_in_full_where_the_namespace_is_not_in_use()
    {
        using Editor editor = new("[NetGen.Mlp(Depth = 10, Init = NetGen.Init.Zeros)] partial class Net;");

        await editor.Fix(Assert.Single(await editor.Warnings()), "Set Init = Init.KaimingNormal");

        Assert.Equal(["[NetGen.Mlp(Depth = 10, Init = NetGen.Init.KaimingNormal)] partial class Net;"], await editor.Texts());
        Assert.Empty(await editor.Errors());
    }

    [Fact]
    public async Task The_block_may_lie_in_another_file()
    {
        using Editor editor = new(
            Usings + "[Network(Input = 64), Repeat<A>(50), Linear(1)] partial class Net;",
            Usings + "[Block, Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)] class A;");

        await editor.Fix(Assert.Single(await editor.Warnings()), "Put RmsNorm at the head of A");

        Assert.Equal(
            Usings + "[Block, RmsNorm, Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)] class A;",
            (await editor.Texts())[1]);
        Assert.Empty(await editor.Warnings());
    }

    // With Kaiming's start the residual network would explode.
    [Fact]
    public async Task No_network_gets_its_first_warning_by_a_fix_of_another()
    {
        const string Other = "[Network(Input = 64), Repeat<A>(18, Residual = true), Linear(1)] partial class Other;";
        using Editor editor = new($"{Usings}[Block, Linear(64, Init = Init.LeCunNormal), ReLU] class A; {Other} "
            + "[Network(Input = 64), Repeat<A>(12), Linear(1)] partial class Net;");

        ImmutableArray<string> offered = [.. (await editor.Offered(Assert.Single(await editor.Warnings())))
            .Select(static fix => fix.Title)];

        Assert.DoesNotContain("Set Init = Init.KaimingNormal on every Linear", offered);
        Assert.NotEmpty(offered);
    }

    [Fact]
    public async Task All_networks_are_mended_at_once()
    {
        using Editor editor = new(
            Usings + "[Mlp(Depth = 20, InitScale = 0.2236f)] partial class A; [Mlp(Depth = 30, InitScale = 0.1f)] partial class B;",
            Usings + "[Mlp(Depth = 25, InitScale = 0.2f)] partial class C;");

        await editor.FixAll(await editor.Warnings(), "Set InitScale = 1f");

        Assert.Equal(
            [
                Usings + "[Mlp(Depth = 20, InitScale = 1f)] partial class A; [Mlp(Depth = 30, InitScale = 1f)] partial class B;",
                Usings + "[Mlp(Depth = 25, InitScale = 1f)] partial class C;",
            ],
            await editor.Texts());
    }
}
