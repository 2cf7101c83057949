namespace NetGen;

/// <summary>Ends a training that no longer gets better.</summary>
public sealed class EarlyStopping
{
    /// <summary>Ends a training after some epochs without a better one.</summary>
    /// <param name="patience">How many epochs in a row may bring nothing, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="patience"/> is below 1.</exception>
    public EarlyStopping(int patience)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(patience, 1);
        Patience = patience;
    }

    /// <summary>How many epochs in a row may bring nothing.</summary>
    public int Patience { get; }

    /// <summary>By how much an epoch has to be better than the best one to count, finite, not below 0. By default 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public double MinimumChange
    {
        get;
        init => field = double.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(MinimumChange), value, "Expected a finite number, not below 0.");
    }
}
