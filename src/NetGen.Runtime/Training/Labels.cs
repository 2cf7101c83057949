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

    /// <exception cref="ArgumentException">There is not one for each row of the examples' outputs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is not the index of an output.</exception>
    public static void Require(ReadOnlySpan<int> labels, NetworkInfo network, int examples)
    {
        if (labels.Length != (long)examples * network.OutputPositions)
            throw OtherCount(labels, network, examples);
        if (FirstWrong(labels, network.OutputWidth) is >= 0 and int index)
            throw Wrong(labels, network, index);
    }

    /// <summary>The index of the first label that is not from 0 to below the number of classes; -1 if there is none.</summary>
    public static int FirstWrong(ReadOnlySpan<int> labels, int classes) => labels.IndexOfAnyExceptInRange(0, classes - 1);

    /// <summary>Counts the rows whose class is predicted right.</summary>
    public static int CountRight(BatchSpan outputs, ReadOnlySpan<int> labels)
    {
        int right = 0;
        for (int row = 0; row < outputs.Rows; row++)
        {
            if (IsPredicted(outputs[row], labels[row]))
                right++;
        }

        return right;
    }

    // The first of the greatest outputs is what is predicted; where one is not a number, nothing is.
    private static bool IsPredicted(ReadOnlySpan<float> outputs, int label)
    {
        float own = outputs[label];
        foreach (float before in outputs[..label])
        {
            if (!(own > before))
                return false;
        }

        foreach (float other in outputs[label..])
        {
            if (!(own >= other))
                return false;
        }

        return true;
    }

    // Messages stand apart, so that checks are small enough to be inlined.
    private static ArgumentException OtherCount(ReadOnlySpan<int> labels, NetworkInfo network, int examples)
    {
        ReadOnlySpan<int> shape = network.OutputShape.AsSpan()[..^1];
        string rows = shape.IsEmpty ? $"one for each of {examples} rows" : $"{examples} rows of {ShapeText.Of(shape)}";
        return new($"labels: expected {(long)examples * network.OutputPositions}, {rows}, got {labels.Length}.", nameof(labels));
    }

    private static ArgumentOutOfRangeException Wrong(ReadOnlySpan<int> labels, NetworkInfo network, int index)
    {
        (int row, int[] place) = Examples.PlaceOf(index, network.OutputShape.AsSpan()[..^1]);
        string at = place.Length == 0 ? "" : $", at [{string.Join(", ", place)}]";
        return new(nameof(labels), labels[index], FormattableString.Invariant(
            $"labels: expected 0 to {network.OutputWidth - 1}, for {network.OutputWidth} classes, got {labels[index]} in row {row}{at} ")
            + "(counted from 0).");
    }
}
