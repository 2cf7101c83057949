namespace NetGen;

/// <summary>Tells which epoch is best, by one of its numbers.</summary>
internal sealed class FitMonitor
{
    private readonly string? metric;
    private readonly bool higherIsBetter;

    /// <exception cref="ArgumentException">There is no such metric, or two of one name, or no validation data for metrics.</exception>
    public FitMonitor(FitOptions options, bool validates)
    {
        if (!validates && options.Metrics.Count > 0)
            throw new ArgumentException("Expected validation data, on which metrics are measured, got none.", nameof(options));
        if (options.Metrics.GroupBy(static metric => metric.Name).FirstOrDefault(static names => names.Count() > 1) is { } twice)
            throw new ArgumentException($"Expected one metric of each name, got several \"{twice.Key}\".", nameof(options));

        metric = options.Monitor;
        if (metric is null)
            return;

        Metric chosen = options.Metrics.FirstOrDefault(own => own.Name == metric) ?? throw new ArgumentException(
            $"Monitor: expected the name of a metric ({string.Join(", ", options.Metrics.Select(static own => $"\"{own.Name}\""))}), "
            + $"got \"{metric}\".",
            nameof(options));
        higherIsBetter = chosen.HigherIsBetter;
    }

    /// <summary>Whether an epoch is better than another by more than a change. What is not a number is never better.</summary>
    public bool IsBetter(EpochResult epoch, EpochResult? than, double change = 0)
    {
        double value = Value(epoch);
        if (double.IsNaN(value) || than is null)
            return !double.IsNaN(value);
        return higherIsBetter ? value > Value(than) + change : value < Value(than) - change;
    }

    private double Value(EpochResult epoch) =>
        metric is null ? epoch.ValidationLoss ?? epoch.TrainingLoss : epoch.Metrics.GetValueOrDefault(metric, double.NaN);
}
