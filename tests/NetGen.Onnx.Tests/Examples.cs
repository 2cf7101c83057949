namespace NetGen.Onnx.Tests;

/// <summary>A batch that was drawn at random.</summary>
internal sealed record Examples(int Rows, float[] Values, int[]? Tokens, int[] Lengths)
{
    /// <summary>The batch as a network takes it.</summary>
    public Inputs Inputs => Tokens is null ? new Inputs(Values, Lengths) : new Inputs(Tokens, Lengths);

    /// <param name="info">The network that it is for.</param>
    /// <param name="rows">How many examples.</param>
    /// <param name="hasLengths">Whether sequences are of several lengths.</param>
    /// <param name="random">The random numbers.</param>
    public static Examples Draw(NetworkInfo info, int rows, bool hasLengths, SeededRandom random)
    {
        float[] values = Normal(random, rows * info.InputLength);
        int[]? tokens = info.Vocabulary is int vocabulary ? [.. values.Select(_ => random.NextInt32(vocabulary))] : null;
        int[] lengths = hasLengths ? [.. Enumerable.Range(0, rows).Select(_ => 1 + random.NextInt32(info.InputShape[0]))] : [];
        return new Examples(rows, values, tokens, lengths);
    }

    /// <summary>Whether an output is of a position that its example has.</summary>
    public bool Counts(NetworkInfo info, int output)
    {
        if (Lengths.Length == 0 || info.OutputShape.Length != 2)
            return true;
        (int example, int place) = Math.DivRem(output, info.OutputLength);
        int inFront = info.OutputShape[0] - info.InputShape[0];
        return place / info.OutputWidth < inFront + Lengths[example];
    }

    public static float[] Normal(SeededRandom random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.NextNormal())];
}
