namespace NetGen;

/// <summary>Neighbouring rows of outputs.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Rows">How many.</param>
internal readonly record struct RowPart(int First, int Rows);

/// <summary>
/// The rows of outputs that count: all, or, where a network has an output for each position, of sequences of several lengths those that
/// there are.
/// </summary>
internal ref struct CountedRows(int positions, int examples, ReadOnlySpan<int> lengths)
{
    private readonly ReadOnlySpan<int> lengths = lengths;
    private int next;

    public static CountedRows Of(NetworkInfo network, int examples, ReadOnlySpan<int> lengths) =>
        lengths.IsEmpty || network.OutputPositions != network.InputPositions
            ? new CountedRows(network.OutputPositions * examples, examples: 1, default)
            : new CountedRows(network.OutputPositions, examples, lengths);

    public readonly RowPart Current => new((next - 1) * positions, lengths.IsEmpty ? positions : lengths[next - 1]);

    public bool MoveNext() => next++ < examples;

    public readonly CountedRows GetEnumerator() => this;
}
