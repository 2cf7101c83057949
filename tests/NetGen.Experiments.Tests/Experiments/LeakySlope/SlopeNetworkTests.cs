using NetGen.Experiments.Declaring;
using NetGen.Experiments.LeakySlope;

namespace NetGen.Experiments.Tests.Experiments.LeakySlope;

public sealed class SlopeNetworkTests
{
    [Fact]
    public void Declaration_is_what_somebody_would_write() => Assert.Equal(
        """
        using NetGen;

        [Block, Conv2d(16), ReLU]
        public class PlainConv50Layer;

        [Network(Input = 1, Height = 28, Width = 28)]
        [Conv2d(16, Kernel = 4, Stride = 4, Padding = 0), ReLU, Repeat<PlainConv50Layer>(50), Flatten, Linear(10, Init = Init.LeCunNormal)]
        public sealed partial class PlainConv50;
        """,
        new SlopeNetwork(SlopeTask.Convolutional, SlopeKind.Plain, 50).Source,
        ignoreLineEndingDifferences: true);

    [Fact]
    public void Residual_layers_start_smaller_by_the_root_of_the_depth() => Assert.Contains(
        "[Block, Linear(64, InitScale = 0.1f), ReLU]",
        new SlopeNetwork(SlopeTask.Dense, SlopeKind.Residual, 100).Source,
        StringComparison.Ordinal);

    // At first the coder's path is all there is, and it hands on what came in.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Layers_of_the_hypothesis_hand_on_what_comes_in(int task)
    {
        SlopeNetwork declared = new(SlopeTask.All[task], SlopeKind.Pnnh, 3);
        (var networks, _) = NetworkCompilation.Compile([declared.Source], TestContext.Current.CancellationToken);
        SlopeTrainee trainee = SlopeTrainee.Of(networks.GetType(declared.Name, throwOnError: true)!);
        using TemporaryFolder data = new();
        Images.PatchImages.Write(data.Path);

        SlopeRun run = declared.Task.IsIdentity
            ? trainee.TrainIdentity(declared, 0, 1, 32, static _ => { }, TestContext.Current.CancellationToken)
            : trainee.TrainImages(
                declared, NetGen.Experiments.Images.ImageTask.Load(data.Path, 32), 1e-3f, 1, 0, 32, static _ => { },
                TestContext.Current.CancellationToken);

        Assert.Equal(run.Layers[0].Cosine, run.Layers[^1].Cosine, 0.02);
    }
}
