namespace NetGen;

/// <summary>
/// Where a training is kept while it goes on: <c>last.safetensors</c> after every epoch, and <c>best.safetensors</c> after every epoch that
/// is the best so far. Each is replaced in one move when the new one is whole, so that a training that is killed has lost its last epoch at
/// most. Both are checkpoints of <see cref="ITrainer.Save(string)"/>. One training at a time has the folder: while it goes on,
/// <c>training.netgen-lock</c> lies there.
/// </summary>
public sealed class Checkpoints
{
    /// <summary>Keeps a training in a folder.</summary>
    /// <param name="folder">The folder, made if it is not there.</param>
    public Checkpoints(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        Folder = folder;
    }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>
    /// Whether a training that lies there goes on: from the end of its last epoch, with the bits that it would have had. Where it is false,
    /// a training that lies there is an exception, and stays.
    /// </summary>
    public bool Resume { get; init; }

    /// <summary>
    /// What else both files are to hold, such as the mean of inputs or the names of classes; <see cref="ITrainer.Load"/> and
    /// <see cref="NetworkExtensions.Load{TNetwork}(TNetwork, string)"/> give it back. It is read at every save, so that it may change from
    /// epoch to epoch. A training that goes on and is given none keeps what its file has. The note <c>fit.epochs</c> is
    /// <see cref="TrainerFitting.Fit"/>'s own.
    /// </summary>
    public SafetensorsFile? Notes { get; init; }

    /// <summary>The training after its last epoch.</summary>
    public string Last => Path.Join(Folder, "last.safetensors");

    /// <summary>The training after its best epoch.</summary>
    public string Best => Path.Join(Folder, "best.safetensors");
}
