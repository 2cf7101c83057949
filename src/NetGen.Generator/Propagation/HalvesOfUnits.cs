using NetGen.Generator.Graphs;

namespace NetGen.Generator.Propagation;

/// <summary><c>[max(0, v); s max(0, -v)]</c>: a unit is of one half as often as of the other.</summary>
internal sealed class HalvesOfUnits : Units
{
    private readonly Units of;
    private readonly double sign;

    /// <param name="of">The <c>v</c>.</param>
    /// <param name="sign">The <c>s</c>, 1 or -1.</param>
    public HalvesOfUnits(Units of, double sign)
    {
        (this.of, this.sign) = (of, sign);
        Relief = of.Relief;
        Moments = of.IsGaussian
            ? Half(new ReLU().ValueOfGaussian(of.Moments), new ReLU().ValueOfGaussian(of.Moments.Affine(-1, 0)).Affine(sign, 0))
            : Points.Moments();
    }

    public override UnitMoments Moments { get; }

    public override Roots Roots => of.Roots;

    public override Relief Relief { get; }

    public override int Depth => of.Depth + 1;

    public override int Places => of.Places;

    protected override Points Draw(int place)
    {
        Points argument = of.PointsAt(place);
        return Points.Of(i => Part(argument.A[i], i), i => Part(argument.B[i], i));
    }

    private double Part(double value, int unit) => unit % 2 == 0 ? Math.Max(0, value) : sign * Math.Max(0, -value);

    private static UnitMoments Half(UnitMoments one, UnitMoments other) =>
        new((one.Mean + other.Mean) / 2, (one.Square + other.Square) / 2, (one.Overlap + other.Overlap) / 2);
}
