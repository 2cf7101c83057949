namespace NetGen;

/// <summary>
/// What an optimizer remembers of a range of parameters: <c>states[k][i]</c> is the number <c>k</c> that it keeps for parameter <c>i</c> of
/// the range.
/// </summary>
public readonly struct OptimizerStates
{
    private readonly Memory<float>[]? states;
    private readonly int start;

    /// <summary>States for a call of an optimizer by hand.</summary>
    /// <param name="states">A piece of memory for each state, each as long as the range of parameters.</param>
    /// <exception cref="ArgumentException">The states are not of one length.</exception>
    public OptimizerStates(params Memory<float>[] states)
    {
        ArgumentNullException.ThrowIfNull(states);
        foreach (Memory<float> state in states)
        {
            if (state.Length != states[0].Length)
                throw new ArgumentException($"Expected states of one length, got {states[0].Length} and {state.Length}.", nameof(states));
        }

        this.states = states;
        Length = states.Length == 0 ? 0 : states[0].Length;
    }

    private OptimizerStates(Memory<float>[]? states, int start, int length)
    {
        this.states = states;
        this.start = start;
        Length = length;
    }

    /// <summary>
    /// How many states there are: the <see cref="IOptimizer.StateCount"/> of the optimizer that the trainer was created with.
    /// </summary>
    public int Count => states?.Length ?? 0;

    /// <summary>How many parameters the range has; 0 where there are no states.</summary>
    public int Length { get; }

    /// <summary>A state of the range, to be read and written; zeros before the first step.</summary>
    /// <param name="index">Its number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no state of this number.</exception>
    public Span<float> this[int index] => states is not null && (uint)index < (uint)states.Length
        ? states[index].Span.Slice(start, Length)
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"Expected one of {Count} states.");

    /// <summary>The states of a part of the range.</summary>
    /// <param name="start">The first parameter.</param>
    /// <param name="length">How many parameters.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no part of the range.</exception>
    public OptimizerStates Slice(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Length - length);
        return new OptimizerStates(states, this.start + start, length);
    }
}
