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
        Joint mean = Of(new Joint(moments.Square, moments.Overlap));
        Moments = new UnitMoments(pixels.Mean / pixels.Taps * moments.Mean, mean.Same, mean.Across);
    }

    public override UnitMoments Moments { get; }

    public override Roots Roots => of.Roots;

    public override int Depth => of.Depth + 1;

    public override bool IsGaussian => of.IsGaussian;

    public override Joint? JointWith(Units other) =>
        other is MeanOfUnits mean && mean.pixels == pixels ? Of(Joint.Of(of, mean.of)) : null;

    protected override Points Draw(int place) => of.PointsAt(place).Matched(Moments);

    // Of n² pairs of pixels n are the same pixel; all others are to each other as two inputs are.
    private Joint Of(Joint joint)
    {
        double same = pixels.Mean / (pixels.Taps * pixels.Taps), all = pixels.MeanPairs / (pixels.Taps * pixels.Taps);
        return new Joint(same * joint.Same + (all - same) * joint.Across, all * joint.Across);
    }
}

/// <summary>How many pixels a pool's windows hold.</summary>
/// <param name="Mean">The mean over windows.</param>
/// <param name="MeanPairs">The mean of the square.</param>
/// <param name="Taps">What the sum is divided by.</param>
internal readonly record struct PooledPixels(double Mean, double MeanPairs, double Taps)
{
    public static PooledPixels Of(WindowAxis rows, WindowAxis columns) =>
        new(rows.Pixels * columns.Pixels, rows.PixelPairs * columns.PixelPairs, (double)rows.Kernel * columns.Kernel);
}
