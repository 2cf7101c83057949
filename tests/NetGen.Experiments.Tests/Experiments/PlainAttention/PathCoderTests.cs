using NetGen.Experiments.Data;
using NetGen.Experiments.PlainAttention;
using NetGen.Experiments.PlainNetHypothesis;

namespace NetGen.Experiments.Tests.Experiments.PlainAttention;

public sealed class PathCoderTests
{
    private static readonly float[] numbers = [0, 1, -1, 0.25f, -7.999f, 1e-20f, -3e7f, 12345.678f];

    [Fact]
    public void Coder_2D_gives_back_every_number_as_it_was()
    {
        float[] row = Row();
        Assert.Equal(row, PathCoder.Twice.Written!.Reconstruct(row));
    }

    [Fact]
    public void Coder_C_gives_back_what_is_not_below_minus_its_shift_and_cuts_what_is()
    {
        float[] row = Row();
        float[] given = PathCoder.C.Written!.Reconstruct(row);
        // h + 8 rounds once: of numbers up to 8 to a multiple of 2⁻²⁰.
        Assert.All(row.Zip(given), static pair => Assert.Equal(
            Math.Max(-PathCoder.Shift, pair.First), pair.Second, tolerance: 1e-6f * Math.Max(1, Math.Abs(pair.First))));
    }

    [Fact]
    public void Coder_half_as_wide_loses_half_of_normal_vectors_after_its_training()
    {
        CoderRun trained = new StreamCoderKind().Train("", seed: 0, steps: 800, batch: 32, static _ => { }, CancellationToken.None);
        Assert.Equal(PathCoder.B.Width, trained.Coder.Width);
        Assert.Equal(trained.Losses.TakeLast(20).Average(), StreamLoss.OfNormal(trained.Coder, seed: 0), tolerance: 0.05);
        Assert.InRange(StreamLoss.OfNormal(trained.Coder, seed: 0), 0.45, 0.65);
    }

    [Fact]
    public void Coder_half_as_wide_starts_tied()
    {
        Coder coder = new StreamCoderKind().Train("", seed: 0, steps: 1, batch: 4, static _ => { }, CancellationToken.None).Coder;
        for (int unit = 0; unit < coder.Width; unit++)
        {
            for (int place = 0; place < TransformerLayers.Width; place++)
            {
                // A step of Adam moves each of the two numbers by no more than the learning rate.
                Assert.Equal(
                    coder.Encoder[unit * TransformerLayers.Width + place], coder.Decoder[place * coder.Width + unit],
                    tolerance: 2.01f * CoderKind.LearningRate);
            }
        }
    }

    [Fact]
    public void Loss_of_written_coders_is_nothing_of_normal_vectors()
    {
        Assert.Equal(0, StreamLoss.OfNormal(PathCoder.Twice.Written!, seed: 1));
        Assert.Equal(0, StreamLoss.OfNormal(PathCoder.C.Written!, seed: 1), tolerance: 1e-12);
    }

    [Fact]
    public void Normal_numbers_have_the_mean_and_the_deviation_of_theory()
    {
        float[] values = new float[100_000];
        new NormalBatches(new SeededRandom(7)).Next(values);
        Assert.Equal(0, values.Average(), tolerance: 0.01);
        Assert.Equal(1, values.Average(static value => value * value), tolerance: 0.02);
    }

    private static float[] Row() =>
        [.. Enumerable.Range(0, TransformerLayers.Width).Select(static place => numbers[place % numbers.Length])];
}
