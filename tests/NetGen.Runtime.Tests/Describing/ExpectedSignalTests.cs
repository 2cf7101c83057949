namespace NetGen.Runtime.Tests;

public sealed class ExpectedSignalTests
{
    [Fact]
    public void A_network_tells_what_its_inputs_are_declared_to_be_like()
    {
        Assert.Equal((0.5f, 2f), (DeclaredInputs.Info.InputMean, DeclaredInputs.Info.InputStandardDeviation));
        Assert.Equal((0f, 1f), (StandardInputs.Info.InputMean, StandardInputs.Info.InputStandardDeviation));
    }

    // Kaiming's weights make twice the mean square of what comes in (He et al. 2015): 0.5² + 2², of which a ReLU leaves a half.
    [Fact]
    public void A_layer_tells_what_is_expected_of_it()
    {
        ExpectedSignal first = DeclaredInputs.Info.Layers[0].Expected, last = DeclaredInputs.Info.Layers[1].Expected;

        Assert.Equal(Math.Sqrt(2 * 4.25), first.PreActivationDeviation, 1e-3);
        Assert.Equal(Math.Sqrt(2 * 4.25 * (0.5 - 0.5 / Math.PI)), first.StreamDeviation, 1e-3);
        Assert.Equal(Math.Sqrt(2 * 4.25), last.PreActivationDeviation, 1e-3);
        Assert.Equal(last.PreActivationDeviation, last.StreamDeviation);
        Assert.Equal(0.5, first.PositiveShare);
        // Back through weights of variance 2/3 to three units, of which half let it through.
        Assert.Equal(1, first.GradientRatio);
        Assert.Equal(1, last.GradientRatio);
    }

    [Fact]
    public void Inputs_with_a_mean_are_alike_from_the_start()
    {
        Assert.Equal(0.0, StandardInputs.Info.Layers[0].Expected.Cosine);
        Assert.InRange(DeclaredInputs.Info.Layers[0].Expected.Cosine, 0.25 / 4.25, 0.4);
    }
}
