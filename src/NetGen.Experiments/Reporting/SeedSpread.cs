namespace NetGen.Experiments.Reporting;

/// <summary>
/// A quantity over seeds. It is told by its median, in tables as in figures: one seed that explodes or vanishes does not rule it.
/// </summary>
internal readonly record struct SeedSpread(double Mean, double Median, double Min, double Max)
{
    /// <summary>What its text is, for readers of a report.</summary>
    public const string Convention = "Numbers are the median over seeds and [minimum, maximum]; lines in figures are medians too.";

    public static SeedSpread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new SeedSpread(sorted.Average(), median, sorted[0], sorted[^1]);
    }

    /// <summary>Median and range, all in one form where they are of like size.</summary>
    public override string ToString() => Around(Median);

    /// <summary>A share, as a percentage: median and range.</summary>
    public string AsPercent => IsOne
        ? Number.Percent(Median)
        : $"{Number.Percent(Median)} [{Number.Percent(Min)}, {Number.Percent(Max)}]";

    /// <summary>Mean and range: for tables that stand beside the means of others.</summary>
    public string AroundMean => Around(Mean);

    /// <summary>Whether all values are one, be it no number.</summary>
    private bool IsOne => Min.Equals(Max);

    private string Around(double centre)
    {
        return IsOne ? Number.Short(centre) : $"{Number.Short(centre)} [{Beside(Min)}, {Beside(Max)}]";

        string Beside(double end) => Number.ShortBeside(end, centre);
    }
}
