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

    public override int Places => of.Places * count;

    protected override Points Draw(int place)
    {
        Points[] positions = [.. Enumerable.Range(0, count).Select(other => of.PointsAt(place * count + other))];
        double[][] ofA = [.. positions.Select(static points => points.A)], ofB = [.. positions.Select(static points => points.B)];
        Points mask = Points.Of(i => Mask(ofA, i), i => Mask(ofB, i));
        // What is drawn is a little off, which the square need not be.
        double exact = 1 / Math.Sqrt(count * mask.Moments().Square);
        return mask.Select(number => exact * number);
    }

    private static double Mask(double[][] positions, int unit)
    {
        double own = positions[0][unit];
        int equal = 0;
        foreach (double[] position in positions)
        {
            if (position[unit] > own)
                return 0;
            equal += position[unit] == own ? 1 : 0;
        }

        return 1 / Math.Sqrt(equal);
    }
}
