using NetGen.Plotting.Figures;

namespace NetGen.Plotting.Rendering;

/// <summary>
/// Where values lie on an axis, and where its ticks stand. Logarithmic axes are linear ones of the logarithm: <see cref="Place"/>.
/// </summary>
internal sealed class AxisScale
{
    private const int FewestTicks = 3;
    private const int MostTicks = 7;

    /// <summary>The least range of a logarithmic axis: a factor of 1.1. What differs by less is to look alike.</summary>
    private const double LeastDecades = 0.0414;

    /// <summary>The room below a logarithmic scale for what is zero, as a share of the scale.</summary>
    private const double ZeroRoom = 0.1;

    private static readonly double[] steps = [1, 2, 5, 10];

    private readonly bool log;

    /// <param name="axis">What it is to show.</param>
    /// <param name="values">All that it must hold; what it cannot show is passed over.</param>
    /// <param name="padding">The room left at each end, as a share of the range.</param>
    /// <param name="mostNames">How many names there is room for.</param>
    public AxisScale(Axis axis, IEnumerable<double> values, double padding, int mostNames = 0)
    {
        log = axis.Scale == Scale.Log;
        double[] all = [.. values.Concat(axis.Holds)];
        double[] shown =
        [
            .. all.Where(value => double.IsFinite(value) && (!log || value > 0))
                .Select(value => log ? Math.Log10(value) : value)
                .DefaultIfEmpty(0),
        ];
        double range = shown.Max() - shown.Min();
        double least = log ? LeastDecades : shown.Max() == shown.Min() ? 1 : 0;
        double room = Math.Max(range * padding, (least - range) / 2);
        (Low, High) = (shown.Min() - room, shown.Max() + room);
        (Ticks, MinorTicks) = axis.Ticks is { } chosen
            ? ([.. chosen.Select(value => (Place(value), Number.Tick(value)))], [])
            : axis.Names is { } names ? (Named(names, Math.Max(1, mostNames)), [])
            : log ? LogTicks() : (Places(LinearTicks(Low, High)), []);
        HasZero = log && all.Contains(0);
        if (HasZero)
        {
            Break = Low - (High - Low) * ZeroRoom / 2;
            Low -= (High - Low) * ZeroRoom;
            Ticks = [(Low, "0"), .. Ticks];
        }
    }

    /// <summary>The start of the axis.</summary>
    public double Low { get; }

    /// <summary>The end of the axis.</summary>
    public double High { get; }

    /// <summary>Whether 0 stands below a logarithmic scale.</summary>
    public bool HasZero { get; }

    /// <summary>Where the axis is broken between 0 and its scale.</summary>
    public double Break { get; }

    /// <summary>Where ticks stand, and what they are called.</summary>
    public IReadOnlyList<(double Place, string Label)> Ticks { get; }

    /// <summary>Where ticks without a name stand.</summary>
    public IReadOnlyList<double> MinorTicks { get; }

    public bool CanShow(double value) => double.IsFinite(value) && (!log || value > 0 || (HasZero && value == 0));

    /// <summary>Where a value lies, between <see cref="Low"/> and <see cref="High"/>.</summary>
    public double Place(double value) => !log ? value : value > 0 ? Math.Log10(value) : Low;

    /// <summary>The names of every so many values, from the first one on.</summary>
    private static (double Place, string Label)[] Named(IReadOnlyList<string> names, int most)
    {
        int stride = (names.Count + most - 1) / most;
        return [.. names.Select(static (name, index) => (index + 1.0, name)).Where((_, index) => index % stride == 0)];
    }

    /// <summary>Multiples of 1, 2 or 5 times a power of ten.</summary>
    private static IEnumerable<(double Value, string Label)> LinearTicks(double low, double high)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10((high - low) / MostTicks)));
        double step = steps.Select(factor => factor * power).First(step => (high - low) / step <= MostTicks);
        // Adding 0 turns -0 into 0, which would be written as "-0".
        double first = Math.Ceiling(low / step) + 0.0;
        double[] ticks = [.. Enumerable.Range(0, (int)Math.Floor(high / step - first) + 1).Select(index => (first + index) * step)];
        return ticks.Zip(Number.Ticks(ticks));
    }

    /// <summary>
    /// Powers of ten, or every so many of them; where there are few, also their doubles and quintuples; within a factor of about two, round
    /// numbers.
    /// </summary>
    private (IReadOnlyList<(double Place, string Label)> Major, IReadOnlyList<double> Minor) LogTicks()
    {
        (double Value, string Label)[] powers = [.. Multiples(stride: 1, 1)];
        if (powers.Length > MostTicks)
        {
            int stride = (int)Math.Ceiling((High - Low) / MostTicks);
            return (Places(Multiples(stride, 1)), [.. powers.Select(power => Place(power.Value))]);
        }

        if (powers.Length >= FewestTicks)
            return (Places(powers), [.. Multiples(stride: 1, 2, 3, 4, 5, 6, 7, 8, 9).Select(tick => Place(tick.Value))]);

        (double Value, string Label)[] halves = [.. Multiples(stride: 1, 1, 2, 5)];
        return halves.Length >= FewestTicks
            ? (Places(halves), [])
            : (Places(LinearTicks(Math.Pow(10, Low), Math.Pow(10, High))), []);
    }

    private (double Place, string Label)[] Places(IEnumerable<(double Value, string Label)> ticks) =>
        [.. ticks.Select(tick => (Place(tick.Value), tick.Label))];

    /// <summary>Some multiples of every n-th power of ten that the axis holds.</summary>
    private IEnumerable<(double Value, string Label)> Multiples(int stride, params double[] factors)
    {
        int first = (int)Math.Floor(Low / stride) * stride;
        int[] exponents =
        [
            .. Enumerable.Range(0, (int)Math.Floor((High - first) / stride) + 1)
                .Select(index => first + index * stride)
                .Where(exponent => factors.Any(factor => Holds(factor * Math.Pow(10, exponent)))),
        ];
        return
            from factor in factors
            from tick in exponents.Zip(
                Number.PowersOfTen(exponents, factor), (exponent, label) => (Value: factor * Math.Pow(10, exponent), label))
            where Holds(tick.Value)
            orderby tick.Value
            select tick;
    }

    private bool Holds(double value) => Math.Log10(value) is var place && place >= Low && place <= High;
}
