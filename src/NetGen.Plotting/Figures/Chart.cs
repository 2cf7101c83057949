namespace NetGen.Plotting.Figures;

/// <summary>Lines over two axes.</summary>
/// <param name="Title">What tells it from the other panels, or an empty string.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Series">The lines.</param>
/// <param name="Guides">Horizontal lines to hold the series against.</param>
internal sealed record Chart(string Title, Axis X, Axis Y, IReadOnlyList<Series> Series, IReadOnlyList<Guide> Guides) : Panel(Title)
{
    /// <summary>Points worth a word.</summary>
    public IReadOnlyList<Callout> Callouts { get; init; } = [];

    /// <summary>What the predicted lines are called.</summary>
    public string PredictionLabel { get; init; } = "predicted";
}

/// <summary>An axis. Its range follows from the data.</summary>
/// <param name="Label">The quantity, with its unit where it has one.</param>
/// <param name="Scale">How values become places.</param>
internal sealed record Axis(string Label, Scale Scale = Scale.Linear)
{
    /// <summary>The values that get a tick, where round numbers would not do.</summary>
    public IReadOnlyList<double>? Ticks { get; init; }

    /// <summary>What the values from 1 on are, where their numbers would not do; as many of them get a tick as there is room for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Values that it must hold beside the panel's own, so that panels can be compared.</summary>
    public IReadOnlyList<double> Holds { get; init; } = [];
}

/// <summary>How values become places on an axis.</summary>
internal enum Scale
{
    Linear,
    Log,
}

/// <summary>A line, with a band around it where it stands for several runs.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Points">Its points, from left to right. What a logarithmic axis cannot show leaves a gap.</param>
internal sealed record Series(string Label, Ink Ink, IReadOnlyList<Point> Points)
{
    /// <summary>Whether the line is dashed: a second sign beside the colour.</summary>
    public bool Dashed { get; init; }

    /// <summary>Whether every point is marked: for a few points that are counted, such as layers.</summary>
    public bool Marked { get; init; }

    /// <summary>What theory expects it to be, from left to right: a dotted grey line. Empty where there is no prediction.</summary>
    public IReadOnlyList<Point> Predicted { get; init; } = [];

    /// <summary>
    /// The single runs that the points stand for, each as long as <see cref="Points"/>: thin lines. They are numbers of the run, not of the
    /// figure.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<IReadOnlyList<double>> Runs { get; init; } = [];
}

/// <summary>A point of a series and what it stands for.</summary>
/// <param name="X">Its place.</param>
/// <param name="Y">Its value: the median where there are several runs.</param>
/// <param name="Low">The lower quartile of the runs.</param>
/// <param name="High">The upper quartile of the runs.</param>
internal readonly record struct Point(double X, double Y, double Low, double High)
{
    /// <summary>A value that is no spread of runs.</summary>
    public static Point At(double x, double y) => new(x, y, y, y);

    /// <summary>The median and the quartiles of several runs at one place.</summary>
    public static Point Over(double x, IEnumerable<double> runs)
    {
        Quartiles quartiles = Quartiles.Of(runs);
        return new Point(x, quartiles.Median, quartiles.Lower, quartiles.Upper);
    }
}

/// <summary>A horizontal line to hold series against.</summary>
/// <param name="Y">Its value.</param>
/// <param name="Label">What it means.</param>
internal sealed record Guide(double Y, string Label);

/// <summary>A point worth a word.</summary>
/// <param name="X">Its place.</param>
/// <param name="Y">Its value.</param>
/// <param name="Label">What happened there.</param>
internal sealed record Callout(double X, double Y, string Label);

/// <summary>Colours that most colour-blind people can tell apart (Okabe and Ito 2008).</summary>
internal enum Ink
{
    Vermillion,
    Blue,
    Green,
    Purple,
    Orange,
    Sky,
    Grey,
    Brown,
}
