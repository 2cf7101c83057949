using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>
/// How many rows of each class are taken for each class. As a <see cref="Metric"/> it is the balanced accuracy: the mean of
/// <see cref="Recall"/> over the classes that there are.
/// </summary>
public sealed class ConfusionMatrix : Metric
{
    private readonly long[] counts;

    /// <summary>An empty matrix.</summary>
    /// <param name="names">The names of the classes, at least two.</param>
    /// <exception cref="ArgumentException">There are fewer than two names.</exception>
    public ConfusionMatrix(params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        Names = [.. names];
        if (Names.Length < 2)
            throw new ArgumentException($"names: expected at least 2 classes, got {Names.Length}.", nameof(names));
        counts = new long[Names.Length * (Names.Length + 1)];
    }

    /// <summary>An empty matrix of classes that are called by their numbers.</summary>
    /// <param name="classes">How many classes there are, at least two.</param>
    /// <exception cref="ArgumentException">There are fewer than two classes.</exception>
    public ConfusionMatrix(int classes)
        : this(Enumerable.Range(0, Math.Max(0, classes)).Select(static label => label.ToString(CultureInfo.InvariantCulture)))
    {
    }

    /// <summary>The names of the classes.</summary>
    public ImmutableArray<string> Names { get; }

    /// <inheritdoc/>
    public override string Name => "balanced accuracy";

    /// <inheritdoc/>
    public override bool HigherIsBetter => true;

    /// <inheritdoc/>
    public override double Value
    {
        get
        {
            double[] recalls = [.. Enumerable.Range(0, Names.Length).Select(Recall).Where(static recall => !double.IsNaN(recall))];
            return recalls.Length == 0 ? double.NaN : recalls.Average();
        }
    }

    /// <summary>The share of rows that are predicted right, from 0 to 1; not a number where there was none.</summary>
    public double Accuracy => (double)Enumerable.Range(0, Names.Length).Sum(label => this[label, label]) / counts.Sum();

    /// <summary>How many rows of a class were taken for another, or for the same.</summary>
    /// <param name="label">The right class.</param>
    /// <param name="predicted">What it was taken for; -1 for no class, because an output was not a number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int label, int predicted] => counts[Index(label, predicted)];

    /// <summary>The share of a class's rows that are predicted right; not a number where it has none.</summary>
    /// <param name="label">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int label) =>
        (double)this[label, label] / Enumerable.Range(-1, Names.Length + 1).Sum(predicted => this[label, predicted]);

    /// <summary>The share of right ones among the rows that are taken for a class; not a number where there are none.</summary>
    /// <param name="label">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int label) =>
        (double)this[label, label] / Enumerable.Range(0, Names.Length).Sum(own => this[own, label]);

    /// <inheritdoc/>
    public override void Clear() => Array.Clear(counts);

    /// <summary>A row for each class, a column for what it was taken for, and the share that was predicted right.</summary>
    public override string ToString()
    {
        string[] heads = ["", .. Names, "recall"];
        List<string[]> rows = [heads];
        for (int label = 0; label < Names.Length; label++)
        {
            rows.Add(
            [
                Names[label],
                .. Enumerable.Range(0, Names.Length)
                    .Select(predicted => this[label, predicted].ToString("N0", CultureInfo.InvariantCulture)),
                Recall(label).ToString("P1", CultureInfo.InvariantCulture),
            ]);
        }

        return AlignedText.Of(rows, words: 1);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There are not as many outputs as classes.</exception>
    protected override void AddRow(ReadOnlySpan<float> outputs, int label)
    {
        if (outputs.Length != Names.Length)
            throw new ArgumentException($"outputs: expected {Names.Length}, one for each class, got {outputs.Length}.", nameof(outputs));
        counts[Index(label, Classes.Best(outputs))]++;
    }

    /// <inheritdoc/>
    protected override void AddRow(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets) => AddRow(outputs, Classes.Best(targets));

    private int Index(int label, int predicted)
    {
        Require(label, least: 0, nameof(label));
        Require(predicted, least: -1, nameof(predicted));
        return label * (Names.Length + 1) + predicted + 1;
    }

    private void Require(int index, int least, string name)
    {
        if (index < least || index >= Names.Length)
            throw new ArgumentOutOfRangeException(name, index, $"Expected a class from {least} to {Names.Length - 1}.");
    }
}
