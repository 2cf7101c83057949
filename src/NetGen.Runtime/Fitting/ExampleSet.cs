namespace NetGen;

/// <summary>Examples in memory: inputs, and for each of them targets or labels. It copies nothing and changes nothing.</summary>
public sealed class ExampleSet
{
    /// <summary>Numbers, and a target for every output.</summary>
    /// <param name="count">How many examples there are, at least 1.</param>
    /// <param name="inputs"><c>[count, InputShape]</c>, example by example.</param>
    /// <param name="targets"><c>[count, OutputShape]</c>, example by example.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The values are not those of so many examples.</exception>
    public ExampleSet(int count, ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets)
        : this(count) =>
        (Inputs, Targets) = (new(count, inputs, nameof(inputs)), new(count, targets, nameof(targets)));

    /// <summary>Numbers, and the right class of each row of outputs.</summary>
    /// <param name="count">How many examples there are, at least 1.</param>
    /// <param name="inputs"><c>[count, InputShape]</c>, example by example.</param>
    /// <param name="labels"><c>[count]</c>, or as many for each example as its output has tokens or pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The values are not those of so many examples.</exception>
    public ExampleSet(int count, ReadOnlyMemory<float> inputs, ReadOnlyMemory<int> labels)
        : this(count) =>
        (Inputs, Labels) = (new(count, inputs, nameof(inputs)), new(count, labels, nameof(labels)));

    /// <summary>Tokens, and a target for every output.</summary>
    /// <param name="count">How many examples there are, at least 1.</param>
    /// <param name="tokens"><c>[count, Length]</c>, example by example.</param>
    /// <param name="targets"><c>[count, OutputShape]</c>, example by example.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The values are not those of so many examples.</exception>
    public ExampleSet(int count, ReadOnlyMemory<int> tokens, ReadOnlyMemory<float> targets)
        : this(count) =>
        (Tokens, Targets) = (new(count, tokens, nameof(tokens)), new(count, targets, nameof(targets)));

    /// <summary>Tokens, and the right class of each row of outputs.</summary>
    /// <param name="count">How many examples there are, at least 1.</param>
    /// <param name="tokens"><c>[count, Length]</c>, example by example.</param>
    /// <param name="labels"><c>[count]</c>, or as many for each example as its output has tokens.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    /// <exception cref="ArgumentException">The values are not those of so many examples.</exception>
    public ExampleSet(int count, ReadOnlyMemory<int> tokens, ReadOnlyMemory<int> labels)
        : this(count) =>
        (Tokens, Labels) = (new(count, tokens, nameof(tokens)), new(count, labels, nameof(labels)));

    private ExampleSet(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Count = count;
    }

    /// <summary>How many examples there are.</summary>
    public int Count { get; }

    /// <summary>How many positions each sequence has: <c>[count]</c>; empty where all have all.</summary>
    /// <exception cref="ArgumentException">There is not one for each example.</exception>
    public ReadOnlyMemory<int> Lengths
    {
        get => LengthColumn?.Values ?? default;
        init
        {
            if (!value.IsEmpty && value.Length != Count)
                throw new ArgumentException($"Lengths: expected one for each of {Count} examples, got {value.Length}.", nameof(value));
            LengthColumn = value.IsEmpty ? null : new(Count, value, nameof(Lengths));
        }
    }

    internal ExampleColumn<float>? Inputs { get; private init; }

    internal ExampleColumn<int>? Tokens { get; private init; }

    internal ExampleColumn<float>? Targets { get; private init; }

    internal ExampleColumn<int>? Labels { get; private init; }

    internal ExampleColumn<int>? LengthColumn { get; private init; }

    /// <summary>Parts the examples at random, for example into those to train with and those to choose settings by.</summary>
    /// <param name="share">The share of the first part, above 0 and below 1; each part gets at least one example.</param>
    /// <param name="seed">The same seed parts them alike.</param>
    /// <returns>Both parts, which are copies.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">There is a single example.</exception>
    public (ExampleSet First, ExampleSet Second) Split(double share, long seed)
    {
        if (!(share is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "Expected a share above 0 and below 1.");
        if (Count == 1)
            throw new InvalidOperationException("Expected at least 2 examples, one for each part, got 1.");
        int[] order = [.. Enumerable.Range(0, Count)];
        new SeededRandom(seed).Shuffle<int>(order);
        int first = Math.Clamp((int)Math.Round(Count * share), 1, Count - 1);
        return (Rows(order.AsSpan(0, first)), Rows(order.AsSpan(first)));
    }

    private ExampleSet Rows(ReadOnlySpan<int> rows) => new(rows.Length)
    {
        Inputs = Inputs?.Rows(rows),
        Tokens = Tokens?.Rows(rows),
        Targets = Targets?.Rows(rows),
        Labels = Labels?.Rows(rows),
        LengthColumn = LengthColumn?.Rows(rows),
    };
}
