namespace NetGen.Runtime.Tests;

/// <summary>What a residual connection changes of how the layers start, and what becomes of its own parameters.</summary>
public sealed class SameStartTests
{
    private static readonly string[] Weights = ["0.0.0.weight", "0.0.2.weight", "0.1.0.weight", "0.1.2.weight", "1.weight"];

    [Fact]
    public void Layers_of_a_seed_start_alike_with_and_without_residual_connections()
    {
        float[] expected = StartOf(new AroundNothing(seed: 3));

        Assert.Equal(expected, StartOf(new AroundByIdentity(seed: 3)));
        Assert.Equal(expected, StartOf(new AroundByScale(seed: 3)));
        Assert.Equal(expected, StartOf(new AroundByReZero(seed: 3)));
        Assert.Equal(expected, StartOf(new AroundByLayerScale(seed: 3)));
        Assert.Equal(expected, StartOf(new AroundByStreams(seed: 3)));
    }

    [Fact]
    public void Inside_DeepNorm_they_start_alike_but_for_its_factor()
    {
        AroundNothing plain = new(seed: 3);
        AroundByDeepNorm normed = new(seed: 3);

        Assert.All(
            plain.Parameters["0.1.2.weight"].ToArray().Zip(normed.Parameters["0.1.2.weight"].ToArray()),
            static pair => Assert.Equal(Math.Pow(8, -0.25) * pair.First, pair.Second, 1e-6));
        Assert.Equal(plain.Parameters["1.weight"].ToArray(), normed.Parameters["1.weight"].ToArray());
    }

    [Fact]
    public void DeepNorm_in_DeepNorm_scales_once() => Assert.All(
        new TwiceByDeepNorm(seed: 3, Init.Ones).Parameters["0.0.0.weight"].ToArray(),
        static weight => Assert.Equal(Math.Pow(8, -0.25), weight, 1e-6));

    [Fact]
    public void Behind_the_first_gate_other_numbers_are_drawn()
    {
        AroundNothing plain = new(seed: 3);
        AroundByGate gated = new(seed: 3);

        Assert.Equal(plain.Parameters["0.0.2.weight"].ToArray(), gated.Parameters["0.0.2.weight"].ToArray());
        Assert.NotEqual(plain.Parameters["0.1.0.weight"].ToArray(), gated.Parameters["0.1.0.weight"].ToArray());
    }

    [Fact]
    public void Gates_and_projections_start_by_LeCun_whatever_the_constructor_is_told()
    {
        GatedNarrowing network = new(seed: 3, Init.Zeros, initScale: 5f);

        Assert.All(["0.gate.weight", "0.projection.weight"], name =>
        {
            float[] weight = network.Parameters[name].ToArray();
            Assert.InRange(Math.Sqrt(weight.Average(static w => w * w)), 0.9 / 8, 1.1 / 8);
        });
    }

    [Fact]
    public void A_gate_reads_what_went_in_not_its_projection() =>
        Assert.Equal([16, 64], new GatedNarrowing().Parameters["0.gate.weight"].Shape);

    [Fact]
    public void The_stream_that_is_read_first_is_that_of_the_repetition_modulo_their_number()
    {
        ThreeByTwoStreams network = new();

        Assert.Equal([1f, 0f], network.Parameters["0.0.alpha"].ToArray());
        Assert.Equal([0f, 1f], network.Parameters["0.1.alpha"].ToArray());
        Assert.Equal([1f, 0f], network.Parameters["0.2.alpha"].ToArray());
    }

    [Fact]
    public void A_shortcut_inside_a_block_is_shared_and_frozen_with_it_one_around_it_is_not()
    {
        Assert.Equal([("0.0.0.alpha", true)], ShortcutsOf(InsideFrozen.Info));
        Assert.Equal([("0.0.alpha", false), ("0.1.alpha", false)], ShortcutsOf(AroundFrozen.Info));
    }

    private static float[] StartOf(INetwork network) => [.. Weights.SelectMany(name => network.Parameters[name].ToArray())];

    private static IEnumerable<(string Name, bool Frozen)> ShortcutsOf(NetworkInfo network) => network.Parameters
        .Where(static parameter => parameter.Name.EndsWith(".alpha", StringComparison.Ordinal))
        .Select(static parameter => (parameter.Name, parameter.Frozen));
}
