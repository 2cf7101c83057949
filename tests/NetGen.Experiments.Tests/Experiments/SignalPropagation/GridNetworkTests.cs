using NetGen.Experiments.SignalPropagation;

namespace NetGen.Experiments.Tests.Experiments.SignalPropagation;

public sealed class GridNetworkTests
{
    [Fact]
    public void Declaration_is_what_somebody_would_write() => Assert.Equal(
        """
        using NetGen;

        [Block, RmsNorm, Linear(64, Init = Init.LeCunNormal), Gelu]
        public sealed class NormScaledGeluLeCunNormal64x50Layer;

        [Network(Input = 64)]
        [Repeat<NormScaledGeluLeCunNormal64x50Layer>(50, Shortcut = Shortcut.Scaled)]
        public sealed partial class NormScaledGeluLeCunNormal64x50;
        """,
        new GridNetwork(Activation.Gelu, Init.LeCunNormal, Shortcut.Scaled, Norm: true, Width: 64, Depth: 50).Source,
        ignoreLineEndingDifferences: true);

    [Fact]
    public void Smaller_start_and_inputs_are_declared()
    {
        string source = Grid.PlainSmaller(256).Source;
        Assert.Contains("InitScale = 0.2236068f", source, StringComparison.Ordinal);
        Assert.Contains("[Network(Input = 256, InputStd = 0.57735026f)]", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_weights_and_an_activation_behind_the_sum_are_declared()
    {
        GridNetwork network = Grid.ReLU(Shortcut.Identity, 64, 50);
        Assert.Contains(
            "(50, Shortcut = Shortcut.Identity, Shared = true)]", (network with { Shared = true }).Source, StringComparison.Ordinal);
        string behind = (network with { ActivationBehind = true }).Source;
        Assert.Contains("[Block, Linear(64, Init = Init.KaimingNormal)]", behind, StringComparison.Ordinal);
        Assert.Contains(
            "[Block, Use<IdentityBehindReLUKaimingNormal64x50Branch>(Shortcut = Shortcut.Identity), ReLU]",
            behind,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(50)]
    public void Networks_have_different_names(int depth)
    {
        string[] names =
        [
            .. Grid.Widths.SelectMany(width => Grid.Combinations(width, depth).Concat(Grid.Others(width, depth)))
                .Select(static network => network.Name),
        ];
        Assert.Equal(names.Length, names.Distinct().Count());
    }
}
