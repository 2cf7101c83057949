namespace NetGen.Generator.Propagation;

/// <summary>
/// A mask of the positions where a unit has its greatest value. Its square is 1 divided by the number of positions, on average: of equal
/// values each has its share.
/// </summary>
/// <param name="of">The unit.</param>
/// <param name="count">How many positions are compared.</param>
internal sealed class GreatestMask(Units of, int count) : Units
{
    private UnitMoments? moments;

    public override UnitMoments Moments => moments ??= Points.Moments();

    public override Roots Roots => of.Roots;

    public override int Depth { get; } = of.Depth + 1;

    protected override Points Draw(int place)
    {
        Points[] positions = [.. Enumerable.Range(0, count).Select(other => of.PointsAt(place * count + other))];
        Points mask = Points.Of(
            i => Mask([.. positions.Select(points => points.A[i])]), i => Mask([.. positions.Select(points => points.B[i])]));
        // What is drawn is a little off, which the square need not be.
        double exact = 1 / Math.Sqrt(count * mask.Moments().Square);
        return mask.Select(number => exact * number);
    }

    private static double Mask(double[] values)
    {
        double greatest = values.Max();
        return values[0] < greatest ? 0 : 1 / Math.Sqrt(values.Count(value => value == greatest));
    }
}
