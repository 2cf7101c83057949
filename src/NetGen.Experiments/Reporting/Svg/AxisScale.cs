namespace NetGen.Experiments.Reporting.Svg;

/// <summary>Where values lie on an axis, and where its ticks stand.</summary>
internal sealed class AxisScale
{
    private const int MostTicks = 7;

    private static readonly double[] steps = [1, 2, 5, 10];

    private readonly bool log;
    private readonly double low;
    private readonly double high;

    /// <param name="axis">What it is to show.</param>
    /// <param name="values">All that it must hold; what it cannot show is passed over.</param>
    /// <param name="padding">The room left at each end, as a share of the range.</param>
    public AxisScale(Axis axis, IEnumerable<double> values, double padding)
    {
        log = axis.Scale == Scale.Log;
        double[] shown = [.. values.Concat(axis.Holds).Where(CanShow).Select(Position).DefaultIfEmpty(0)];
        double room = Math.Max((shown.Max() - shown.Min()) * padding, shown.Max() == shown.Min() ? 0.5 : 0);
        (low, high) = (shown.Min() - room, shown.Max() + room);
        Ticks = axis.Ticks is { } chosen
            ? [.. chosen.Select(static value => (value, Number.Tick(value)))]
            : [.. log ? LogTicks() : LinearTicks()];
    }

    public IReadOnlyList<(double Value, string Label)> Ticks { get; }

    public bool CanShow(double value) => double.IsFinite(value) && (!log || value > 0);

    /// <summary>From 0 at the start of the axis to 1 at its end.</summary>
    public double Share(double value) => (Position(value) - low) / (high - low);

    private double Position(double value) => log ? Math.Log10(value) : value;

    /// <summary>Multiples of 1, 2 or 5 times a power of ten.</summary>
    private IEnumerable<(double Value, string Label)> LinearTicks()
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10((high - low) / MostTicks)));
        double step = steps.Select(factor => factor * power).First(step => (high - low) / step <= MostTicks);
        // Adding 0 turns -0 into 0, which would be written as "-0".
        for (double tick = Math.Ceiling(low / step) + 0.0; tick * step <= high; tick++)
            yield return (tick * step, Number.Tick(tick * step));
    }

    /// <summary>Powers of ten, or every so many of them; between few of them also their doubles and quintuples.</summary>
    private IEnumerable<(double Value, string Label)> LogTicks()
    {
        int step = Math.Max(1, (int)Math.Ceiling((high - low) / MostTicks));
        double[] factors = high - low < 2.5 ? [1, 2, 5] : [1];
        int first = (int)Math.Floor(low / step) * step;
        int[] exponents =
        [
            .. Enumerable.Range(0, (int)Math.Floor((high - first) / step) + 1)
                .Select(index => first + index * step)
                .Where(exponent => factors.Any(factor => IsWithin(factor * Math.Pow(10, exponent)))),
        ];
        return
            from factor in factors
            from tick in exponents.Zip(Number.PowersOfTen(exponents, factor), (exponent, label) => (Value: factor * Math.Pow(10, exponent), label))
            where IsWithin(tick.Value)
            orderby tick.Value
            select tick;
    }

    private bool IsWithin(double value) => Share(value) is >= 0 and <= 1;
}
