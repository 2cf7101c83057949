namespace NetGen;

/// <summary>Neighbouring rows of outputs.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Rows">How many.</param>
internal readonly record struct RowPart(int First, int Rows);

/// <summary>
/// The rows of outputs that count: all, or, where a network has an output for each position, of sequences of several lengths those that
/// there are.
/// </summary>
internal ref struct CountedRows(int positions, int examples, int front, ReadOnlySpan<int> lengths)
{
    private readonly ReadOnlySpan<int> lengths = lengths;
    private int next;

    /// <summary>How many there are.</summary>
    public readonly int Count
    {
        get
        {
            int count = 0;
            foreach (RowPart part in this)
                count += part.Rows;
            return count;
        }
    }

    public static CountedRows Of(NetworkInfo network, int examples, ReadOnlySpan<int> lengths)
    {
        // Between the positions of a sequence and outputs by position nothing else happens than that some are put in front.
        bool isByPosition = network.TakesSequences && network.OutputShape.Length == 2;
        return isByPosition && lengths.ContainsAnyExcept(network.InputPositions)
            ? new CountedRows(network.OutputPositions, examples, network.OutputPositions - network.InputPositions, lengths)
            : new CountedRows(network.OutputPositions * examples, examples: 1, front: 0, default);
    }

    public readonly RowPart Current => new((next - 1) * positions, lengths.IsEmpty ? positions : front + lengths[next - 1]);

    public bool MoveNext() => next++ < examples;

    public readonly CountedRows GetEnumerator() => this;
}
