namespace NetGen;

/// <summary>The metrics there are. <see cref="ConfusionMatrix"/> is one too.</summary>
public static class Metrics
{
    /// <summary>The share of rows whose greatest output is that of the right class, from 0 to 1.</summary>
    public static Metric Accuracy() => new TopClasses(1);

    /// <summary>The share of rows whose right class is among those of the greatest outputs, from 0 to 1.</summary>
    /// <param name="count">How many of the greatest outputs count, at least 1 and fewer than there are classes.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static Metric TopK(int count) => new TopClasses(count);

    /// <summary>The mean over rows and columns of the absolute difference between output and target.</summary>
    public static Metric MeanAbsoluteError() => new MeanError(squared: false);

    /// <summary>The root of the mean over rows and columns of the squared difference between output and target.</summary>
    public static Metric RootMeanSquaredError() => new MeanError(squared: true);
}
