namespace NetGen.Data;

/// <summary>
/// What makes the values of each channel have mean 0 and deviation 1: <c>(pixel / 255 - mean) / deviation</c>. It is measured on the images
/// that a network is trained with, and goes for all that the network is shown.
/// </summary>
public sealed class Normalization
{
    /// <summary>How many values a byte has.</summary>
    internal const int Levels = byte.MaxValue + 1;

    private readonly double[] mean;
    private readonly double[] deviation;

    /// <summary>Takes figures that are known.</summary>
    /// <param name="mean">The mean of each channel, where 0 is black and 1 is 255.</param>
    /// <param name="deviation">The standard deviation of each channel, in the same unit, above 0.</param>
    /// <exception cref="ArgumentException">
    /// The numbers of channels differ, or a figure is not finite, or a deviation not above 0.
    /// </exception>
    public Normalization(ReadOnlySpan<double> mean, ReadOnlySpan<double> deviation)
    {
        if (deviation.Length != mean.Length)
            throw new ArgumentException($"Expected {mean.Length} deviations, as many as means, got {deviation.Length}.", nameof(deviation));

        for (int channel = 0; channel < mean.Length; channel++)
        {
            if (!double.IsFinite(mean[channel]))
                throw new ArgumentException($"Channel {channel}: expected a finite mean, got {mean[channel]}.", nameof(mean));
            if (!(deviation[channel] > 0 && double.IsFinite(deviation[channel])))
            {
                throw new ArgumentException(
                    $"Channel {channel}: expected a finite deviation above 0, got {deviation[channel]}.", nameof(deviation));
            }
        }

        this.mean = [.. mean];
        this.deviation = [.. deviation];
    }

    /// <summary>The mean of each channel, where 0 is black and 1 is 255.</summary>
    public ReadOnlySpan<double> Mean => mean;

    /// <summary>The standard deviation of each channel, in the same unit.</summary>
    public ReadOnlySpan<double> Deviation => deviation;

    /// <summary>Measures images. Sums are whole numbers, so that the figures are exact but for their last rounding.</summary>
    /// <param name="images">The images that a network is trained with.</param>
    /// <exception cref="ArgumentException">All values of a channel are the same.</exception>
    public static Normalization Of(ImageSet images)
    {
        int channels = images.Shape.Channels;
        ulong count = (ulong)(images.Pixels.Length / channels);
        double[] mean = new double[channels], deviation = new double[channels];
        for (int channel = 0; channel < channels; channel++)
        {
            ulong sum = 0, squares = 0;
            for (int i = channel; i < images.Pixels.Length; i += channels)
            {
                ulong value = images.Pixels[i];
                sum += value;
                squares += value * value;
            }

            UInt128 spread = (UInt128)count * squares - (UInt128)sum * sum;
            if (spread == 0)
            {
                throw new ArgumentException(
                    $"Channel {channel}: expected values that differ, got {sum / count} for every pixel.", nameof(images));
            }

            mean[channel] = (double)sum / count / byte.MaxValue;
            deviation[channel] = Math.Sqrt((double)spread) / count / byte.MaxValue;
        }

        return new Normalization(mean, deviation);
    }

    /// <summary>The one that leaves values between 0 and 1.</summary>
    internal static Normalization None(int channels) => new(new double[channels], [.. Enumerable.Repeat(1.0, channels)]);

    /// <summary>What becomes of each value of each channel, <c>[channels, 256]</c>.</summary>
    internal float[] Table()
    {
        float[] table = new float[mean.Length * Levels];
        for (int i = 0; i < table.Length; i++)
            table[i] = (float)(((double)(i % Levels) / byte.MaxValue - mean[i / Levels]) / deviation[i / Levels]);
        return table;
    }
}
