namespace NetGen.Experiments.Reporting;

/// <summary>A quantity over several runs.</summary>
internal readonly record struct Spread(double Mean, double Median, double Min, double Max)
{
    /// <summary>From which ratio on the largest would rule the mean.</summary>
    private const double Wide = 10;

    /// <summary>The number that stands for all: the mean of positive numbers of one size, of others the median.</summary>
    public double Center => Min > 0 && Max / Min <= Wide ? Mean : Median;

    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return new Spread(sorted.Average(), median, sorted[0], sorted[^1]);
    }

    /// <summary>Center and range.</summary>
    public override string ToString() => Min == Max ? Number.Short(Center) : $"{Number.Short(Center)} [{Number.Short(Min)}, {Number.Short(Max)}]";
}
