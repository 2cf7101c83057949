namespace NetGen.Generator.Propagation;

/// <summary><c>f(v)</c>, elementwise: by the formulas of <c>f</c> where <c>v</c> is Gaussian, else from drawn units.</summary>
internal sealed class ImageOfUnits : Units
{
    private readonly Units of;
    private readonly Func<double, double> function;

    /// <param name="of">The argument <c>v</c>.</param>
    /// <param name="function">The function <c>f</c>.</param>
    /// <param name="ofGaussian">Its moments where the argument is Gaussian.</param>
    public ImageOfUnits(Units of, Func<double, double> function, Func<UnitMoments, UnitMoments> ofGaussian)
    {
        (this.of, this.function) = (of, function);
        Moments = of.IsGaussian ? ofGaussian(of.Moments) : Points.Moments();
    }

    public override UnitMoments Moments { get; }

    public override Roots Roots => of.Roots;

    public override int Depth => of.Depth + 1;

    protected override Points Draw() => of.Points.Select(function);
}
