namespace NetGen;

/// <summary>What is drawn of a network: a layer, or layers with the number of their repetitions.</summary>
internal abstract record FoldedItem
{
    /// <param name="First">The index of the layer.</param>
    /// <param name="Last">The index of its last repetition, or the same.</param>
    public sealed record Layer(int First, int Last) : FoldedItem;

    /// <param name="Count">How many times it stands in a row.</param>
    /// <param name="Items">What is repeated.</param>
    public sealed record Repetition(int Count, IReadOnlyList<FoldedItem> Items) : FoldedItem;
}
