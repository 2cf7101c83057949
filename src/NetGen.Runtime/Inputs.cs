using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>
/// What a network takes, example by example: numbers, or tokens; and where sequences are of several lengths, how long each is. Spans and
/// arrays convert to it.
/// </summary>
public readonly ref struct Inputs
{
    /// <summary>Numbers.</summary>
    /// <param name="values"><c>[rows, InputShape]</c>, example by example.</param>
    /// <param name="lengths">
    /// For sequences, how many positions each has, from 1 to all: <c>[rows]</c>. What lies behind is read but counts for nothing. Where it
    /// is empty, all have all.
    /// </param>
    public Inputs(ReadOnlySpan<float> values, ReadOnlySpan<int> lengths)
    {
        Values = values;
        Lengths = lengths;
    }

    /// <summary>Tokens.</summary>
    /// <param name="tokens"><c>[rows, Length]</c>, example by example, each from 0 to below the network's vocabulary.</param>
    /// <param name="lengths">
    /// How many tokens each sequence has, from 1 to all: <c>[rows]</c>. What lies behind may be any token and counts for nothing. Where it
    /// is empty, all have all.
    /// </param>
    public Inputs(ReadOnlySpan<int> tokens, ReadOnlySpan<int> lengths)
    {
        Tokens = tokens;
        Lengths = lengths;
        AreTokens = true;
    }

    /// <summary>The numbers; empty where there are tokens.</summary>
    public ReadOnlySpan<float> Values { get; }

    /// <summary>The tokens; empty where there are numbers.</summary>
    public ReadOnlySpan<int> Tokens { get; }

    /// <summary>Whether there are tokens rather than numbers.</summary>
    public bool AreTokens { get; }

    /// <summary>How many positions each sequence has; empty where all have all.</summary>
    public ReadOnlySpan<int> Lengths { get; }

    /// <summary>How many numbers or tokens there are.</summary>
    internal int Count => AreTokens ? Tokens.Length : Values.Length;

    /// <summary>Numbers, of examples that are all of one length.</summary>
    public static implicit operator Inputs(ReadOnlySpan<float> values) => new(values, default);

    /// <summary>Numbers, of examples that are all of one length.</summary>
    public static implicit operator Inputs(float[]? values) => new(values.AsSpan(), default);

    /// <summary>Tokens, of sequences that are all of one length.</summary>
    public static implicit operator Inputs(ReadOnlySpan<int> tokens) => new(tokens, default);

    /// <summary>Tokens, of sequences that are all of one length.</summary>
    public static implicit operator Inputs(int[]? tokens) => new(tokens.AsSpan(), default);

    /// <summary>Some of the examples.</summary>
    internal Inputs Slice(NetworkInfo network, int start, int count)
    {
        ReadOnlySpan<int> lengths = Lengths.IsEmpty ? default : Lengths.Slice(start, count);
        return AreTokens
            ? new Inputs(Tokens.Slice(start * network.InputLength, count * network.InputLength), lengths)
            : new Inputs(Values.Slice(start * network.InputLength, count * network.InputLength), lengths);
    }

    /// <summary>Copies examples to where a network's passes read them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="activations">The slab of activations.</param>
    /// <param name="input">Where in it inputs lie, by the example.</param>
    /// <param name="lengths">Where the numbers of positions lie, by the example; below 0 where the network asks for none.</param>
    internal void CopyTo(NetworkInfo network, ref float activations, int input, int lengths)
    {
        int rows = Count / network.InputLength;
        ref float to = ref Unsafe.Add(ref activations, (nint)input * rows);
        if (AreTokens)
            new BatchSpan(ref to, rows, network.InputLength).CopyFrom(Tokens);
        else
            Examples.CopyInputs(network, Values, ref to);
        if (lengths < 0)
            return;

        BatchSpan counts = new(ref Unsafe.Add(ref activations, (nint)lengths * rows), rows, width: 1);
        for (int row = 0; row < rows; row++)
            counts[row][0] = Lengths.IsEmpty ? network.InputPositions : Lengths[row];
    }
}
