namespace NetGen.Generator.Propagation;

/// <summary>The mean of a unit over the pixels of a window, zeros around the image among them.</summary>
internal sealed class MeanOfUnits : Units
{
    private readonly Units of;
    private readonly PooledPixels pixels;

    public MeanOfUnits(Units of, PooledPixels pixels)
    {
        (this.of, this.pixels) = (of, pixels);
        UnitMoments moments = of.Moments;
        double elsewhere = moments.Overlap + pixels.Distance * (of.Elsewhere - moments.Overlap);
        Joint mean = Of(new Joint(moments.Square, moments.Overlap), elsewhere);
        Moments = new UnitMoments(pixels.Mean / pixels.Taps * moments.Mean, mean.Same, mean.Across);
        Elsewhere = pixels.MeanPairs / (pixels.Taps * pixels.Taps) * of.Elsewhere;
    }

    public override UnitMoments Moments { get; }

    public override double Elsewhere { get; }

    public override Roots Roots => of.Roots;

    public override int Depth => of.Depth + 1;

    public override int Places => of.Places;

    public override bool IsGaussian => of.IsGaussian;

    public override Joint? JointWith(Units other)
    {
        if (other is not MeanOfUnits mean || mean.pixels != pixels)
            return null;
        Joint joint = Joint.Of(of, mean.of);
        return Of(joint, joint.Across);
    }

    protected override Points Draw(int place) => of.PointsAt(place).Matched(Moments);

    // Of n² pairs of pixels n are the same pixel.
    private Joint Of(Joint joint, double elsewhere)
    {
        double same = pixels.Mean / (pixels.Taps * pixels.Taps), all = pixels.MeanPairs / (pixels.Taps * pixels.Taps);
        return new Joint(all * elsewhere + same * (joint.Same - joint.Across), all * elsewhere);
    }
}

/// <summary>How many pixels the windows of a pool hold.</summary>
/// <param name="Mean">The mean over windows.</param>
/// <param name="MeanPairs">The mean of the square.</param>
/// <param name="Taps">What the sum is divided by.</param>
/// <param name="Distance">How far two of its pixels are from each other, relative to two of the image.</param>
internal readonly record struct PooledPixels(double Mean, double MeanPairs, double Taps, double Distance)
{
    public static PooledPixels Of(WindowAxis rows, WindowAxis columns) => new(
        rows.Pixels * columns.Pixels, rows.PixelPairs * columns.PixelPairs, (double)rows.Kernel * columns.Kernel,
        Math.Min(1, (Apart(rows.Kernel) + Apart(columns.Kernel)) / Math.Max(1, Apart(rows.Side) + Apart(columns.Side))));

    /// <summary>All pixels of an image.</summary>
    public static PooledPixels All(double positions) => new(positions, positions * positions, positions, 1);

    // The mean distance of two of n places in a row is (n - 1/n) / 3.
    private static double Apart(double places) => places - 1 / places;
}
