using System.Collections.Immutable;

namespace NetGen;

/// <summary>Measures a trainer's network on data that it is not trained with.</summary>
internal sealed class Validation(ITrainer trainer, IBatchSource batches, IReadOnlyList<Metric> metrics)
{
    private float[] outputs = [];

    /// <summary>The mean loss over rows that count, and the metrics.</summary>
    /// <exception cref="InvalidOperationException">There is no batch.</exception>
    public (double Loss, ImmutableSortedDictionary<string, double> Metrics) Measure(CancellationToken cancellation)
    {
        foreach (Metric metric in metrics)
            metric.Clear();

        double sum = 0;
        long rows = 0;
        batches.BeginEpoch(0);
        while (batches.Next(out Batch batch))
        {
            cancellation.ThrowIfCancellationRequested();
            Span<float> own = Outputs(batch);
            double loss = batch.HasLabels
                ? trainer.Evaluate(batch.Inputs, batch.Labels, own).Loss
                : trainer.Evaluate(batch.Inputs, batch.Targets, own);
            int counted = Counted(batch);
            sum += loss * counted;
            rows += counted;
            foreach (Metric metric in metrics)
                metric.Add(trainer.Info, batch, own, trainer.IgnoredLabel);
        }

        if (rows == 0)
            throw new InvalidOperationException("Expected at least one batch of validation data, got none.");
        return (
            sum / rows,
            metrics.ToImmutableSortedDictionary(static metric => metric.Name, static metric => metric.Value, StringComparer.Ordinal));
    }

    private Span<float> Outputs(Batch batch)
    {
        int length = checked(Examples.Count(trainer.Info, batch.Inputs) * trainer.Info.OutputLength);
        if (outputs.Length < length)
            outputs = new float[length];
        return outputs.AsSpan(0, length);
    }

    private int Counted(Batch batch)
    {
        CountedRows rows = CountedRows.Of(trainer.Info, Examples.Count(trainer.Info, batch.Inputs), batch.Inputs.Lengths);
        return batch.HasLabels ? Labels.Count(batch.Labels, rows, trainer.IgnoredLabel) : rows.Count;
    }
}
