using NetGen.Experiments.Data;
using NetGen.Experiments.DissipatingInputs;

namespace NetGen.Experiments.Tests.Experiments.DissipatingInputs;

public sealed class LinearReadoutTests
{
    private const int Width = 3;

    private readonly float[] inputs = Uniform.Array(200 * Width, new SeededRandom(0));

    [Fact]
    public void Affine_features_are_read_back()
    {
        float[] features = [.. inputs.Chunk(Width).SelectMany(static x => new[] { x[0] + 2 * x[1] + 5, x[1] - x[2], 3 * x[2] - 1 })];
        LinearReadout readout = new(features, inputs, Width);
        Assert.Equal(1, readout.Share(features, inputs), 1e-4);
        Assert.All(
            inputs[..Width].Zip(readout.Read(features.AsSpan(0, Width))), static pair => Assert.Equal(pair.First, pair.Second, 1e-2));
    }

    [Fact]
    public void Of_a_lost_number_the_mean_is_read()
    {
        float[] features = [.. inputs.Chunk(Width).SelectMany(static x => new[] { x[0], x[1], x[0] + x[1] })];
        LinearReadout readout = new(features, inputs, Width);
        Assert.Equal(inputs.Chunk(Width).Average(static x => (double)x[2]), readout.Read(features.AsSpan(0, Width))[2], 0.2);
        Assert.Equal(2 / 3.0, readout.Share(features, inputs), 0.05);
    }

    [Fact]
    public void Features_that_have_nothing_to_do_with_the_inputs_give_nothing()
    {
        float[] others = Uniform.Array(inputs.Length, new SeededRandom(1));
        LinearReadout readout = new(others, inputs, Width);
        Assert.InRange(readout.Share(Uniform.Array(inputs.Length, new SeededRandom(2)), inputs), -0.2, 0.02);
    }
}
