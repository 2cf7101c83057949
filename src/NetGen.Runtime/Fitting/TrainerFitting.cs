namespace NetGen;

/// <summary>Trains for many epochs.</summary>
public static class TrainerFitting
{
    /// <summary>
    /// Trains for a number of epochs: a <see cref="ITrainer.Step(Inputs, ReadOnlySpan{float})"/> for each batch, and after each epoch what
    /// the options name, on validation data. It is a loop over what is public, and does nothing that one of your own could not.
    /// </summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="training">What it trains with.</param>
    /// <param name="validation">What it is measured on after every epoch; null for nothing.</param>
    /// <param name="epochs">How many epochs there are in all, at least 1, those before it goes on included.</param>
    /// <param name="options">What is done beside training; by default, nothing.</param>
    /// <param name="cancellation">
    /// Ends it between two steps, by an exception. The trainer is left as it is then, but for the parameters where
    /// <see cref="FitOptions.RestoreBest"/> asks for those of the best epoch, and a checkpoint with its last whole epoch.
    /// </param>
    /// <returns>What it came to.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="epochs"/> is below 1.</exception>
    /// <exception cref="ArgumentException">
    /// There are metrics but no validation data, two of one name, or none that is to be watched; a batch is too small for a
    /// batch norm, by what the source says of its smallest one; or a batch is not what the network takes.
    /// </exception>
    /// <exception cref="InvalidOperationException">An epoch has no batch.</exception>
    /// <exception cref="InvalidDataException">
    /// The checkpoint is not one of this network and optimizer, or not of a training by epochs.
    /// </exception>
    /// <exception cref="IOException">
    /// A checkpoint cannot be read, or lies there already although <see cref="Checkpoints.Resume"/> is false, or the folder cannot be
    /// written or another training writes there; all of which is noticed before the first step. Or a checkpoint cannot be written.
    /// </exception>
    /// <exception cref="NotSupportedException">
    /// There are labels for a loss of targets alone, or a metric is of the one and there is the other.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static FitResult Fit(
        this ITrainer trainer,
        IBatchSource training,
        IBatchSource? validation,
        int epochs,
        FitOptions? options = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        options ??= new FitOptions();
        using SeveralLogs log = new(options.Logs);
        return new Fitting(trainer, training, validation, epochs, options, log, cancellation).Run();
    }
}
