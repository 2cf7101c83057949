using System.Collections.Immutable;

namespace NetGen;

/// <summary>What an epoch of a training came to.</summary>
public sealed record EpochResult
{
    /// <summary>Its number, from 1.</summary>
    public required int Epoch { get; init; }

    /// <summary>How many steps the trainer had taken at its end.</summary>
    public required long StepCount { get; init; }

    /// <summary>The mean of the losses of its steps, each before its update, weighted by the number of examples.</summary>
    public required double TrainingLoss { get; init; }

    /// <summary>The mean loss on validation data at its end; null where there are none.</summary>
    public double? ValidationLoss { get; init; }

    /// <summary>The metrics on validation data at its end, by <see cref="Metric.Name"/>.</summary>
    public ImmutableSortedDictionary<string, double> Metrics { get; init; } = ImmutableSortedDictionary<string, double>.Empty;

    /// <summary>The learning rate of the step to come.</summary>
    public required float LearningRate { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }
}
