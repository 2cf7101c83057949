using System.Collections.Immutable;

namespace NetGen;

/// <summary>A training in the folder of its checkpoints, which is its own until it is disposed of.</summary>
internal sealed class KeptTraining(Checkpoints checkpoints, ITrainer trainer) : IDisposable
{
    private const string EpochsNote = "fit.epochs";

    private WriterLock? writerLock;
    private SafetensorsFile? notesOfFile;

    private IEnumerable<string> Existing => new[] { checkpoints.Last, checkpoints.Best }.Where(File.Exists);

    /// <summary>Makes the folder, and makes sure that it can be written and nothing of anybody else's would be replaced.</summary>
    /// <exception cref="IOException">
    /// There is a training that is not to go on, or one that is under way, or a file that is none, or nothing can be written there.
    /// </exception>
    public void Prepare()
    {
        WritableFile.MakeFolder(checkpoints.Folder);
        writerLock = WriterLock.Take(
            Path.Join(checkpoints.Folder, "training" + WriterLock.Suffix),
            checkpoints.Folder,
            "expected a folder that no other training writes, got one that another training writes, of this process or of another");
        if (checkpoints.Resume)
        {
            // Killed between its first two saves, a training has a best epoch and no last one.
            if (!File.Exists(checkpoints.Last) && File.Exists(checkpoints.Best) && Epochs(checkpoints.Best).IsEmpty)
            {
                throw new IOException(
                    $"{checkpoints.Best}: expected the best epoch of a training by epochs, got another file: choose another folder.");
            }

            foreach (string path in Existing)
                WritableFile.Open(path, FileMode.Open).Dispose();
            return;
        }

        if (Existing.FirstOrDefault() is { } existing)
        {
            throw new IOException(
                $"{existing}: expected no training in this folder, got one: "
                + $"set {nameof(Checkpoints)}.{nameof(Checkpoints.Resume)} to go on with it, or choose another folder.");
        }
    }

    /// <summary>Loads the training as it was after its last epoch.</summary>
    /// <returns>Its epochs; none where there is no training.</returns>
    /// <exception cref="InvalidDataException">What lies there is no training by epochs, or not of this network and optimizer.</exception>
    public ImmutableArray<EpochResult> Resume()
    {
        if (!File.Exists(checkpoints.Last))
            return [];

        ImmutableArray<EpochResult> epochs = Epochs(checkpoints.Last);
        if (epochs.IsEmpty)
            throw new InvalidDataException($"{checkpoints.Last}: expected a training by epochs, got a file without them.");
        notesOfFile = trainer.Load(checkpoints.Last);
        return epochs;
    }

    /// <summary>The parameters of the best epoch.</summary>
    /// <param name="best">The best epoch so far.</param>
    /// <param name="next">The epoch that is to come, whose parameters may lie there already; null where none is.</param>
    /// <exception cref="FileNotFoundException">There is no file of them.</exception>
    /// <exception cref="InvalidDataException">Those of another epoch lie there, as where what is watched is another thing now.</exception>
    public Dictionary<string, float[]> BestParameters(EpochResult best, int? next)
    {
        if (!File.Exists(checkpoints.Best))
        {
            throw new FileNotFoundException(
                $"{checkpoints.Best}: expected the parameters of epoch {best.Epoch}, the best so far, which "
                + $"{nameof(FitOptions.RestoreBest)} gives the network in the end, got no file: put it back, or go on without "
                + $"{nameof(FitOptions.RestoreBest)}.",
                checkpoints.Best);
        }

        SafetensorsFile content = SafetensorsFile.Load(checkpoints.Best);
        NetworkFile file = new(checkpoints.Best, trainer.Info.Name, content);
        file.Require(trainer.Parameters, leaveAside: NetworkTensors.OptimizerPrefix);
        ImmutableArray<EpochResult> epochs = Epochs(content);
        int found = epochs.IsEmpty ? 0 : epochs[^1].Epoch;
        if (found != best.Epoch && found != next)
        {
            throw file.Bad(
                $"expected the parameters of epoch {best.Epoch}, which is best by what is watched now, got those of epoch {found}");
        }

        return trainer.Parameters.ToDictionary(static own => own.Name, own => content.Tensors[own.Name].Values.ToArray());
    }

    /// <summary>
    /// Keeps the training. The best epoch comes first: a training that is killed between the two goes on from the epoch before, and writes
    /// it again.
    /// </summary>
    /// <param name="epochs">Its epochs.</param>
    /// <param name="isBest">Whether the last of them is the best.</param>
    public void Save(IReadOnlyList<EpochResult> epochs, bool isBest)
    {
        SafetensorsFile notes = (checkpoints.Notes ?? notesOfFile)?.Copy() ?? new SafetensorsFile();
        notes.Metadata[EpochsNote] = EpochNotes.Write(epochs);
        if (isBest)
            trainer.Save(checkpoints.Best, notes);
        trainer.Save(checkpoints.Last, notes);
    }

    public void Dispose() => writerLock?.Dispose();

    private static ImmutableArray<EpochResult> Epochs(string path) => Epochs(SafetensorsFile.Load(path));

    private static ImmutableArray<EpochResult> Epochs(SafetensorsFile content) =>
        content.Metadata.TryGetValue(NetworkTensors.NotesPrefix + EpochsNote, out string? note)
            ? EpochNotes.Read(note) ?? []
            : [];
}
