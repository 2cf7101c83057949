namespace NetGen.Generator.Propagation;

/// <summary>The same units on an image of their own relief, as after a window has moved over it.</summary>
/// <param name="of">The units.</param>
/// <param name="relief">The relief.</param>
/// <param name="elsewhere">Their <see cref="Units.Elsewhere"/>.</param>
internal sealed class PlacedUnits(Units of, Relief relief, double elsewhere) : Units
{
    public override UnitMoments Moments => of.Moments;

    public override double Elsewhere => elsewhere;

    public override Roots Roots => of.Roots;

    public override Relief Relief => relief;

    public override int Depth { get; } = of.Depth + 1;

    public override int Places => of.Places;

    public override bool IsGaussian => of.IsGaussian;

    public override Joint? JointWith(Units other) => Joint.Of(of, other);

    protected override Points Draw(int place) => of.PointsAt(place);
}
