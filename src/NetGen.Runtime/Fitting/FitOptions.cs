namespace NetGen;

/// <summary>What <see cref="TrainerFitting.Fit"/> does beside training.</summary>
public sealed class FitOptions
{
    /// <summary>What is measured on validation data after every epoch.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>
    /// What tells which epoch is best: the <see cref="Metric.Name"/> of one of <see cref="Metrics"/>, or null for the loss on validation
    /// data, or on training data where there are no others.
    /// </summary>
    public string? Monitor { get; init; }

    /// <summary>When the training ends before its last epoch; null for never.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>
    /// Whether the network has the parameters of the best epoch in the end, rather than those of the last one; also where the training was
    /// cancelled.
    /// </summary>
    public bool RestoreBest { get; init; }

    /// <summary>Where the training is kept; null for nowhere.</summary>
    public Checkpoints? Checkpoints { get; init; }

    /// <summary>Where its numbers are taken down. Whoever made a log disposes of it.</summary>
    public IReadOnlyList<ITrainingLog> Logs { get; init; } = [];

    /// <summary>Every how many steps the loss is taken down, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int StepsBetweenLogs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 50;

    /// <summary>
    /// Whether logs get histograms of every layer and gradient too, of the first batch of each epoch, before its step.
    /// </summary>
    public bool LogLayers { get; init; }

    /// <summary>
    /// Is told how far the training is, some ten times a second and after every epoch; <see cref="ConsoleProgress"/> shows it.
    /// </summary>
    public IProgress<FitProgress>? Progress { get; init; }
}
