namespace NetGen.Runtime.Tests;

public sealed class StartTests
{
    [Fact]
    public void Parameters_that_are_no_weights_of_linears_start_as_their_layers_say()
    {
        ManyStarts network = new(seed: 1, init: Init.Zeros);

        Assert.Equal([1f, 0f, 0f], network.Parameters["0.0.alpha"].ToArray());
        Assert.Equal([0f, 1f, 0f], network.Parameters["0.1.alpha"].ToArray());
        Assert.Equal([1f, 0f, 0f, 0f, 1f, 0f, 0f, 0f, 1f], network.Parameters["0.1.mix"].ToArray());
        Assert.Equal([1f, 1f, 1f], network.Parameters["0.0.beta"].ToArray());
        Assert.All(network.Parameters["1.weight"].ToArray(), static gain => Assert.Equal(1f, gain));
        Assert.All(network.Parameters["1.bias"].ToArray(), static bias => Assert.Equal(0f, bias));
        Assert.Equal([0.25f], network.Parameters["3.weight"].ToArray());
        // More than 24 layers: Touvron et al. 2021.
        Assert.All(network.Parameters["4.7.gamma"].ToArray(), static scale => Assert.Equal(1e-6f, scale));
    }

    [Fact]
    public void DeepNorm_scales_its_branches_whatever_the_constructor_says()
    {
        // Two shortcuts: (4 · 2)^(-1/4).
        double factor = Math.Pow(8, -0.25);
        float[] declared = new DeepNormNet(seed: 1).Parameters["0.0.0.weight"].ToArray();
        float[] doubled = new DeepNormNet(seed: 1, initScale: 2f).Parameters["0.0.0.weight"].ToArray();
        float[] ones = new DeepNormNet(seed: 1, Init.Ones).Parameters["0.0.0.weight"].ToArray();

        Assert.All(ones, weight => Assert.Equal(factor, weight, 1e-6));
        Assert.All(declared.Zip(doubled), static pair => Assert.Equal(2 * pair.First, pair.Second));
        Assert.All(new DeepNormNet(seed: 1, Init.Ones).Parameters["1.weight"].ToArray(), static weight => Assert.Equal(1f, weight));
    }

    [Fact]
    public void The_constructors_init_is_that_of_linears_alone()
    {
        ManyStarts network = new(seed: 1, init: Init.Zeros);

        Assert.All(network.Parameters["2.weight"].ToArray(), static weight => Assert.Equal(0f, weight));
        Assert.Contains(new ManyStarts(seed: 1).Parameters["2.weight"].ToArray(), static weight => weight != 0);
    }
}
