namespace NetGen;

/// <summary>
/// A figure of how good outputs are, added up row by row: what <see cref="TrainerFitting.Fit"/> measures after every epoch, and
/// <see cref="NetworkMeasuring"/> of a network. For one of your own, derive from it.
/// </summary>
public abstract class Metric
{
    /// <summary>Its name in results, such as <c>accuracy</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a greater value is a better one.</summary>
    public abstract bool HigherIsBetter { get; }

    /// <summary>The figure over all rows since <see cref="Clear"/>; not a number where there was none.</summary>
    public abstract double Value { get; }

    /// <summary>Forgets all rows.</summary>
    public abstract void Clear();

    /// <summary>Adds the rows of a batch that count.</summary>
    /// <param name="network">The network whose outputs they are.</param>
    /// <param name="batch">What the outputs are to be.</param>
    /// <param name="outputs">The outputs, <c>[rows, OutputShape]</c>.</param>
    /// <param name="ignoredLabel">The label of rows that do not count; null where all do.</param>
    /// <exception cref="ArgumentException">
    /// There are not as many outputs, targets or labels as inputs, or it is the same for all outputs of this network.
    /// </exception>
    /// <exception cref="NotSupportedException">It is not one of labels, or not one of targets.</exception>
    public void Add(NetworkInfo network, Batch batch, ReadOnlySpan<float> outputs, int? ignoredLabel = SoftmaxCrossEntropy.NoLabel)
    {
        ArgumentNullException.ThrowIfNull(network);
        Require(network);
        int examples = Examples.Count(network, batch.Inputs);
        Examples.RequireRows(outputs.Length, examples, network.OutputLength, network.OutputShape, nameof(outputs));
        if (batch.HasLabels)
            Labels.Require(batch.Labels, network, examples, ignoredLabel, batch.Inputs.Lengths);
        else
            Examples.RequireRows(batch.Targets.Length, examples, network.OutputLength, network.OutputShape, nameof(batch));

        int width = network.OutputWidth;
        foreach (RowPart part in CountedRows.Of(network, examples, batch.Inputs.Lengths))
        {
            for (int row = part.First; row < part.First + part.Rows; row++)
            {
                ReadOnlySpan<float> own = outputs.Slice(row * width, width);
                if (!batch.HasLabels)
                    AddRow(own, batch.Targets.Slice(row * width, width));
                else if (batch.Labels[row] != ignoredLabel)
                    AddRow(own, batch.Labels[row]);
            }
        }
    }

    /// <summary>Checks that it says anything of a network.</summary>
    /// <exception cref="ArgumentException">It is the same for all outputs.</exception>
    internal virtual void Require(NetworkInfo network)
    {
    }

    /// <summary>Adds a row whose class is known.</summary>
    /// <param name="outputs">The row's outputs, one for each class.</param>
    /// <param name="label">The right class.</param>
    /// <exception cref="NotSupportedException">It is not one of labels.</exception>
    protected virtual void AddRow(ReadOnlySpan<float> outputs, int label) =>
        throw new NotSupportedException($"{Name}: expected targets, a number for every output, got labels.");

    /// <summary>Adds a row with a target for every output.</summary>
    /// <param name="outputs">The row's outputs.</param>
    /// <param name="targets">What they are to be, as many.</param>
    /// <exception cref="NotSupportedException">It is not one of targets.</exception>
    protected virtual void AddRow(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets) =>
        throw new NotSupportedException($"{Name}: expected labels, got targets.");
}
