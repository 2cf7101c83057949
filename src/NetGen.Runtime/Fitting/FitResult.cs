using System.Collections.Immutable;

namespace NetGen;

/// <summary>What a training came to.</summary>
public sealed class FitResult
{
    internal FitResult(ImmutableArray<EpochResult> epochs, EpochResult? best, bool stoppedEarly)
    {
        Epochs = epochs;
        Best = best;
        StoppedEarly = stoppedEarly;
    }

    /// <summary>Every epoch, those before a training went on included.</summary>
    public ImmutableArray<EpochResult> Epochs { get; }

    /// <summary>
    /// The epoch at whose end what <see cref="FitOptions.Monitor"/> names was best; null where it never was a number.
    /// </summary>
    public EpochResult? Best { get; }

    /// <summary>
    /// Whether the training loss of the last epoch is not finite. Where it is NaN, and a parameter too, the training ended with that epoch:
    /// what is NaN stays so, and there is nothing to learn any more.
    /// </summary>
    public bool Diverged => !double.IsFinite(Epochs[^1].TrainingLoss);

    /// <summary>Whether <see cref="FitOptions.EarlyStopping"/> ended the training.</summary>
    public bool StoppedEarly { get; }
}
