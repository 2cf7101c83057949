using NetGen.Data;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.PlainImages;

namespace NetGen.Experiments.Tests.Experiments.PlainImages;

public sealed class ImageNetworkTests
{
    private static readonly ImageShape colour = new(32, 32, 3);

    // He et al. 2016 count 0.27 million, with shortcuts that have none where images get smaller.
    [Fact]
    public void Residual_network_of_20_layers_has_the_parameters_of_He_et_al()
    {
        NetworkInfo network = Compiled(new ImageNetwork(Way.Residual, Norm: true, new ResNetShape(20, 16, StemStride: 1)));
        LayerInfo[] projections =
            [.. network.Layers.Where(static layer => layer.Name.EndsWith("projection", StringComparison.Ordinal))];

        Assert.Equal(2, projections.Length);
        Assert.Equal(269_722, network.ParameterCount - projections.Sum(static projection => projection.Parameters));
    }

    [Theory]
    [InlineData(8, 3)]
    [InlineData(20, 9)]
    [InlineData(56, 27)]
    public void Network_has_a_layer_for_every_two_convolutions_between_the_first_and_the_last(int depth, int layers) => Assert.All(
        Enum.GetValues<Way>(),
        way => Assert.Equal(layers, new ImageNetwork(way, Norm: true, new ResNetShape(depth, 16, 2)).LayerPaths.Count()));

    [Fact]
    public void Networks_of_a_depth_differ_in_name() => Assert.All(ImageNetworks.Depths, static depth =>
    {
        string[] names = [.. ImageNetworks.Of(depth, full: false).Select(static network => network.Name)];
        Assert.Equal(names.Distinct(), names);
    });

    [Fact]
    public void Only_what_a_shortcut_adds_tells_a_residual_network_from_a_plain_one()
    {
        ResNetShape shape = new(14, 16, 2);
        string residual = new ImageNetwork(Way.Residual, Norm: true, shape).Source(colour, 10);
        string plain = new ImageNetwork(Way.Plain, Norm: true, shape).Source(colour, 10);

        Assert.Contains("[Block, Use<Residual14Learner0>(Residual = true), ReLU]", residual, StringComparison.Ordinal);
        Assert.Contains("[Block, Use<Plain14Learner0>, ReLU]", plain, StringComparison.Ordinal);
        string[] learners = [.. new[] { residual, plain }.Select(static source =>
            source.Split('\n').Last(static line => line.StartsWith("[Block, Conv2d(16", StringComparison.Ordinal)))];
        Assert.Equal(learners[0], learners[1]);
    }

    private static NetworkInfo Compiled(ImageNetwork network)
    {
        Type type = NetworkCompilation.Compile([network.Source(colour, 10)], CancellationToken.None).Networks.GetType(network.Name)!;
        return (NetworkInfo)type.GetProperty(nameof(INetwork.Info))!.GetValue(null)!;
    }
}
