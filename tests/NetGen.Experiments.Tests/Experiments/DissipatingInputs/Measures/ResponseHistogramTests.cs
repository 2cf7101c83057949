using NetGen.Experiments.DissipatingInputs;
using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.Tests.Experiments.DissipatingInputs;

public sealed class ResponseHistogramTests
{
    [Fact]
    public void Values_are_counted_in_units_of_their_root_mean_square()
    {
        float[] values = [2, -2, 2, -2];
        double[] shares = ResponseHistogram.Of(values, Responses.OfNeurons(values, 1), centred: false);
        int one = (int)Math.Round((1 / ResponseHistogram.Last + 1) / 2 * (ResponseHistogram.Bins - 1));
        Assert.Equal(0.5, shares[one]);
        Assert.Equal(0.5, shares[ResponseHistogram.Bins - 1 - one]);
        Assert.Equal(1, shares.Sum(), 1e-12);
    }

    [Fact]
    public void What_is_equal_for_every_input_lies_in_the_middle_once_it_is_centred()
    {
        float[] values = [5, -1, 5, -1, 5, -1];
        double[] shares = ResponseHistogram.Of(values, Responses.OfNeurons(values, 2), centred: true);
        Assert.Equal(1, shares[ResponseHistogram.Bins / 2], 1e-12);
    }
}
