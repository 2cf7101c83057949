namespace NetGen;

/// <summary>Labels: for each row of outputs, the index of the class that is right.</summary>
internal static class Labels
{
    /// <exception cref="ArgumentException">The network has a single output: its class would be right whatever it is.</exception>
    public static void RequireClasses(NetworkInfo info, string network)
    {
        if (info.OutputWidth < 2)
            throw new ArgumentException($"{info.Name}: expected at least 2 outputs, one for each class, got {info.OutputWidth}.", network);
    }

    /// <returns>How many of them count.</returns>
    /// <exception cref="ArgumentException">There is not one for each row of the examples' outputs, or none counts.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is not the index of an output, nor one to ignore.</exception>
    public static int Require(
        ReadOnlySpan<int> labels, NetworkInfo network, int examples, int? ignored, ReadOnlySpan<int> lengths = default)
    {
        if (labels.Length != (long)examples * network.OutputPositions)
            throw OtherCount(labels, network, examples);
        if (FirstWrong(labels, network.OutputWidth, ignored) is >= 0 and int index)
            throw Wrong(labels, network, index);
        int count = Count(labels, CountedRows.Of(network, examples, lengths), ignored);
        return count > 0 ? count : throw NoneCounts(labels, ignored);
    }

    /// <summary>
    /// The index of the first label that is neither from 0 to below the number of classes nor to be ignored; -1 if there is none.
    /// </summary>
    public static int FirstWrong(ReadOnlySpan<int> labels, int classes, int? ignored)
    {
        int start = 0;
        while (labels[start..].IndexOfAnyExceptInRange(0, classes - 1) is >= 0 and int next)
        {
            start += next;
            if (labels[start] != ignored)
                return start;
            start++;
        }

        return -1;
    }

    /// <summary>How many labels are not to be ignored.</summary>
    public static int Count(ReadOnlySpan<int> labels, int? ignored) => labels.Length - (ignored is int label ? labels.Count(label) : 0);

    /// <summary>How many labels of rows that count are not to be ignored.</summary>
    public static int Count(ReadOnlySpan<int> labels, CountedRows rows, int? ignored)
    {
        int count = 0;
        foreach (RowPart part in rows)
            count += Count(labels.Slice(part.First, part.Rows), ignored);
        return count;
    }

    /// <summary>Counts the rows whose class is predicted right.</summary>
    public static int CountRight(BatchSpan outputs, ReadOnlySpan<int> labels, int? ignored)
    {
        int right = 0;
        for (int row = 0; row < outputs.Rows; row++)
        {
            if (labels[row] != ignored && Classes.Best(outputs[row]) == labels[row])
                right++;
        }

        return right;
    }

    private static ArgumentException NoneCounts(ReadOnlySpan<int> labels, int? ignored) =>
        new($"labels: expected at least one that counts, got {labels.Length} that are {ignored} or of no position.", nameof(labels));

    // Messages stand apart, so that checks are small enough to be inlined.
    private static ArgumentException OtherCount(ReadOnlySpan<int> labels, NetworkInfo network, int examples)
    {
        ReadOnlySpan<int> shape = network.OutputShape.AsSpan()[..^1];
        string rows = shape.IsEmpty ? $"one for each of {examples} rows" : $"{examples} rows of {ShapeText.Of(shape)}";
        string hint = network.OutputPositions > 1 && labels.Length == examples
            ? $": the outputs are {ShapeText.Of(network.OutputShape.AsSpan())}; is a {MissingLayer(shape.Length)} missing?"
            : ".";
        return new($"labels: expected {(long)examples * network.OutputPositions}, {rows}, got {labels.Length}{hint}", nameof(labels));
    }

    // What makes one row of outputs of many: those of an image, or those of a sequence.
    private static string MissingLayer(int dimensions) => dimensions == 2 ? "Flatten or GlobalAvgPool" : "MeanPool or FirstToken";

    private static ArgumentOutOfRangeException Wrong(ReadOnlySpan<int> labels, NetworkInfo network, int index)
    {
        (int row, int[] place) = Examples.PlaceOf(index, network.OutputShape.AsSpan()[..^1]);
        string at = place.Length == 0 ? "" : $", at [{string.Join(", ", place)}]";
        return new(nameof(labels), labels[index], FormattableString.Invariant(
            $"labels: expected 0 to {network.OutputWidth - 1}, for {network.OutputWidth} classes, got {labels[index]} in row {row}{at} ")
            + "(counted from 0).");
    }
}
