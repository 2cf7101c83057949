using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace NetGen.CodeFixes.Tests;

/// <summary>Fixes of plain networks whose depth makes all inputs alike.</summary>
public sealed class SlopeFixTests
{
    private const string Usings = "using NetGen; ";

    private const string Slope = "Put LeakyReLU(0.44) in place of every hidden ReLU and set InitScale = 0.9153f on every Linear before one";

    [Theory]
    [InlineData(
        "[Mlp(Depth = 50)]", "Set Activation = Activation.LeakyReLU, Slope = 0.43f and InitScale = 0.9187f",
        "[Mlp(Depth = 50, Activation = Activation.LeakyReLU, Slope = 0.43f, InitScale = 0.9187f)]")]
    [InlineData(
        "[Mlp(Activation = Activation.LeakyReLU, Slope = 0.02f, /* deep */ Depth = 100, Init = Init.Orthogonal)]",
        "Set Activation = Activation.LeakyReLU, Slope = 0.57f and InitScale = 1.2286f",
        "[Mlp(Activation = Activation.LeakyReLU, Slope = 0.57f, /* deep */ Depth = 100, Init = Init.Orthogonal, InitScale = 1.2286f)]")]
    [InlineData(
        "[Block] [Linear(64), /* no shortcut */ ReLU] class A; [Network(Input = 64), Repeat<A>(50), Linear(10)]", Slope,
        "[Block] [Linear(64, InitScale = 0.9153f), /* no shortcut */ LeakyReLU(0.44)] class A; "
        + "[Network(Input = 64), Repeat<A>(50), Linear(10)]")]
    [InlineData(
        "[Block, Linear(64, InitScale = 1f), LeakyReLU(slope: 0.1), Linear(64), LeakyReLUAttribute] class A; "
        + "[Network(Input = 64), Linear(64), ReLU(), Repeat<A>(25), Linear(10), ReLU]",
        "Put LeakyReLU(0.44) in place of every hidden ReLU and LeakyReLU and set InitScale = 0.9153f on every Linear before one",
        "[Block, Linear(64, InitScale = 0.9153f), LeakyReLU(0.44), Linear(64, InitScale = 0.9153f), LeakyReLU(0.44)] class A; "
        + "[Network(Input = 64), Linear(64, InitScale = 0.9153f), LeakyReLU(0.44), Repeat<A>(25), Linear(10), ReLU]")]
    [InlineData(
        "[Block, Conv2d(32, Kernel = 3), ReLU] class A; "
        + "[Network(Input = 3, Height = 16, Width = 16), Conv2d(32, Stride = 2), ReLU, Repeat<A>(50), GlobalAvgPool, Linear(10)]",
        "Put LeakyReLU(0.44) in place of every hidden ReLU and set InitScale = 0.9153f on every Conv2d before one",
        "[Block, Conv2d(32, Kernel = 3, InitScale = 0.9153f), LeakyReLU(0.44)] class A; "
        + "[Network(Input = 3, Height = 16, Width = 16), Conv2d(32, Stride = 2, InitScale = 0.9153f), LeakyReLU(0.44), Repeat<A>(50), "
        + "GlobalAvgPool, Linear(10)]")]
    [InlineData(
        "[Block, RmsNorm, Linear(64), ReLU] class A; [Network(Input = 64), Repeat<A>(50), Linear(10)]",
        "Put LeakyReLU(0.44) in place of every hidden ReLU",
        "[Block, RmsNorm, Linear(64), LeakyReLU(0.44)] class A; [Network(Input = 64), Repeat<A>(50), Linear(10)]")]
    public async Task The_slope_is_written_into_the_declaration(string before, string title, string after)
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
        using Editor editor = new(
            "[NetGen.Block, NetGen.Linear(64), NetGen.ReLU] class A; "
            + "[NetGen.Network(Input = 64), NetGen.Repeat<A>(50), NetGen.Linear(10)] partial class Net;");

        await editor.Fix(Assert.Single(await editor.Warnings()), Slope);

        Assert.StartsWith(
            "[NetGen.Block, NetGen.Linear(64, InitScale = 0.9153f), NetGen.LeakyReLU(0.44)] class A; ", (await editor.Texts())[0],
            StringComparison.Ordinal);
        Assert.Empty(await editor.Errors());
    }

    [Fact]
    public async Task Two_warnings_go_at_once()
    {
        using Editor editor = new(Usings + "[Mlp(Depth = 50, Init = Init.LeCunNormal)] partial class Net;");
        ImmutableArray<Diagnostic> warnings = await editor.Warnings();
        Assert.Equal(["NETGEN041", "NETGEN042"], warnings.Select(static warning => warning.Id).Order());

        await editor.Fix(warnings[0], "Set Activation = Activation.LeakyReLU, Slope = 0.43f and InitScale = 1.2992f");

        Assert.Empty(await editor.Warnings());
    }
}
