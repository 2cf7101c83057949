namespace NetGen;

/// <summary>How far a training is.</summary>
public sealed record FitProgress
{
    /// <summary>The epoch it is in, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>How many there will be at most.</summary>
    public required int Epochs { get; init; }

    /// <summary>How many batches of the epoch it has been through.</summary>
    public required int Batch { get; init; }

    /// <summary>How many the epoch has.</summary>
    public required int Batches { get; init; }

    /// <summary>The mean of the losses of the epoch's steps so far.</summary>
    public required double TrainingLoss { get; init; }

    /// <summary>How long the epoch has taken so far.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>What the epoch came to, at its end; null before.</summary>
    public EpochResult? Result { get; init; }
}
