namespace NetGen.Experiments.Reporting;

/// <summary>A quantity over several runs.</summary>
internal readonly record struct Spread(double Mean, double Median, double Min, double Max)
{
    public static Spread Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        Point point = Point.Over(0, all);
        return new Spread(all.Average(), point.Y, point.Low, point.High);
    }

    /// <summary>Mean and range, for quantities of one size.</summary>
    public override string ToString() => Min == Max ? Number.Short(Mean) : $"{Number.Short(Mean)} [{Number.Short(Min)}, {Number.Short(Max)}]";

    /// <summary>Median and range, for quantities that differ by powers of ten, where the largest would rule the mean.</summary>
    public string AroundMedian => Min == Max ? Number.Short(Median) : $"{Number.Short(Median)} [{Number.Short(Min)}, {Number.Short(Max)}]";
}
