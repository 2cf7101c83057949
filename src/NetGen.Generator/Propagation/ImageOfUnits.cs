using System.Runtime.CompilerServices;

namespace NetGen.Generator.Propagation;

/// <summary><c>f(v)</c>, elementwise: by the formulas of <c>f</c> where <c>v</c> is Gaussian, else from drawn units.</summary>
internal sealed class ImageOfUnits : Units
{
    private readonly Units of;
    private readonly Func<double, double> function;
    private readonly Func<UnitMoments, UnitMoments> ofGaussian;
    private Relief? relief;
    private double? elsewhere;

    /// <param name="of">The argument <c>v</c>.</param>
    /// <param name="function">The function <c>f</c>.</param>
    /// <param name="ofGaussian">Its moments where the argument is Gaussian.</param>
    public ImageOfUnits(Units of, Func<double, double> function, Func<UnitMoments, UnitMoments> ofGaussian)
    {
        (this.of, this.function, this.ofGaussian) = (of, function, ofGaussian);
        Moments = of.IsGaussian ? ofGaussian(of.Moments) : Points.Moments();
        if (ReferenceEquals(of.Relief, Relief.Even) && of.Elsewhere == of.Moments.Overlap)
            (relief, elsewhere) = (Relief.Even, Moments.Overlap);
        else if (of.Moments.Mean == 0)
            Moments = Moments with { Mean = Moments.Mean * Relief.Size };
    }

    public override UnitMoments Moments { get; }

    public override double Elsewhere => elsewhere ??= Apart();

    public override Roots Roots => of.Roots;

    public override Relief Relief => relief ??= of.Relief.Raised(Growth());

    public override int Depth => of.Depth + 1;

    public override int Places => of.Places;

    protected override Points Draw(int place) => of.PointsAt(place).Select(function);

    // Two positions by the correlation that they have on average, with sizes that differ. Where no formula holds, what they have in common
    // falls by the factor that it falls by in the argument.
    private double Apart()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        double size = of.Relief.Size, apart = of.Elsewhere / (size * size);
        double ofArgument = of.Moments.Mean, square = Moments.Mean * Moments.Mean;
        double product = of.IsGaussian ? ofGaussian(of.Moments with { Overlap = apart }).Overlap
            : of.Moments.Covariance == 0 ? Moments.Overlap
            : square + (Moments.Overlap - square) * (apart - ofArgument * ofArgument) / of.Moments.Covariance;
        return Relief.Size * Relief.Size * product;
    }

    // The exponent by which the square grows with that of the argument: 1 for a ReLU, less where the function is flat far out.
    private double Growth()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        const double Stretch = 1.1;
        double square = of.IsGaussian
            ? ofGaussian(of.Moments.Affine(Stretch, 0)).Square
            : of.Points.Select(value => function(Stretch * value)).Moments().Square;
        double growth = Math.Log(square / Moments.Square) / (2 * Math.Log(Stretch));
        return double.IsNaN(growth) || double.IsInfinity(growth) || Math.Abs(growth - 1) < 1e-9 ? 1 : growth;
    }
}
