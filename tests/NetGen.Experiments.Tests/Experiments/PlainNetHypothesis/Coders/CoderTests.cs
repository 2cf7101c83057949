using NetGen.Experiments.Data;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.PlainNetHypothesis;

namespace NetGen.Experiments.Tests.Experiments.PlainNetHypothesis;

public sealed class CoderTests
{
    private const int Half = Coder.Length / 2;
    private static readonly float[] numbers = [0, 1, -1, 0.25f, -0.25f, 0.999f, -0.999f];

    [Fact]
    public void Coder_C_gives_back_what_it_gets_of_numbers_up_to_one()
    {
        float[] stem = CoderError.Stem([.. Enumerable.Range(0, Half).Select(static unit => numbers[unit % numbers.Length])]);
        float[] passed = Coder.Exact.Pass(stem);

        // (x + 1) - 1 rounds once, to a multiple of 2⁻²³.
        Assert.All(stem.Zip(passed), static pair => Assert.Equal(pair.First, pair.Second, tolerance: 1.2e-7f));
        Assert.Equal(1, passed[1]);
        Assert.Equal(1, passed[Half + 2]);
    }

    [Fact]
    public void Coder_C_cuts_what_lies_below_minus_one()
    {
        float[] stem = CoderError.Stem([-1.5f, 1.5f, .. new float[Half - 2]]);
        float[] passed = Coder.Exact.Pass(stem);
        Assert.Equal(1, passed[Half]);
        Assert.Equal(1.5f, passed[1]);
    }

    [Fact]
    public void Coder_C_loses_nothing_of_inputs_however_many_layers() =>
        Assert.All(CoderError.ByLayer(Coder.Exact, seed: 3, layers: 50), static error => Assert.Equal(0, error, tolerance: 1e-12));

    [Fact]
    public void Coder_alone_computes_what_its_autoencoder_computes()
    {
        HalfAutoencoder network = new(seed: 5);
        network.Parameters["0.0.bias"].CopyFrom(Uniform.Array(Half, new SeededRandom(1)));
        network.Parameters["0.2.bias"].CopyFrom(Uniform.Array(Coder.Length, new SeededRandom(2)));
        float[] rows = RectifiedNormal.Array(3 * Coder.Length, new SeededRandom(3));
        float[] outputs = new float[rows.Length];
        network.Predict(rows, outputs);

        float[] reconstructed = Coder.In(network.Parameters, HalfAutoencoder.Info, typeof(HalfCoder).FullName!).Single().Reconstruct(rows);
        Assert.All(outputs.Zip(reconstructed), static pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-4f));
    }

    [Fact]
    public void Tied_coder_as_wide_as_its_vectors_learns_them_and_one_half_as_wide_does_not()
    {
        CoderRun wide = CoderKind.A.Train("", seed: 0, steps: 600, batch: 32, static _ => { }, CancellationToken.None);
        CoderRun half = CoderKind.B.Train("", seed: 0, steps: 600, batch: 32, static _ => { }, CancellationToken.None);
        Assert.InRange(CoderError.OfRectifiedNormal(wide.Coder, 0), 0, 0.05);
        Assert.InRange(CoderError.OfRectifiedNormal(half.Coder, 0), 0.4, 0.7);
    }

    [Fact]
    public void Coder_starts_tied_or_not_as_its_kind_says()
    {
        // A step of Adam moves a number by no more than the learning rate, and so two numbers apart by no more than twice that.
        const float moved = 2.01f * CoderKind.LearningRate;
        Assert.InRange(Untied(CoderKind.A), 0, moved);
        Assert.InRange(Untied(CoderKind.B), 0, moved);
        Assert.InRange(Untied(CoderKind.UntiedA), 0.1f, 2);
    }

    [Fact]
    public void Rectified_normal_numbers_are_never_negative_and_have_the_mean_of_theory()
    {
        float[] values = RectifiedNormal.Array(100_000, new SeededRandom(7));
        Assert.All(values, static value => Assert.True(value >= 0));
        Assert.Equal(1 / Math.Sqrt(2 * Math.PI), values.Average(), tolerance: 0.01);
    }

    [Fact]
    public void Unexplained_share_is_zero_for_the_truth_and_one_for_the_mean()
    {
        float[] truth = [1, 10, 3, 20, 5, 60];
        Assert.Equal(0, Unexplained.Share(truth, truth, width: 2));
        Assert.Equal(1, Unexplained.Share(truth, [3, 30, 3, 30, 3, 30], width: 2), tolerance: 1e-12);
    }

    /// <summary>How far <c>D</c> is from <c>Eᵀ</c> after a single step, at most.</summary>
    private static float Untied(CoderKind kind)
    {
        Coder coder = kind.Train("", seed: 0, steps: 1, batch: 4, static _ => { }, CancellationToken.None).Coder;
        return coder.Encoder.Select(
            (value, index) => Math.Abs(value - coder.Decoder[index % Coder.Length * coder.Width + index / Coder.Length]))
            .Max();
    }
}
