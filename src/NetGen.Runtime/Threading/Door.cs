namespace NetGen;

/// <summary>
/// Lets one call at a time into an object, and none after it is closed. A second call fails at once, whether it comes from another thread
/// or from what the first one calls: to wait would hide the mistake, or never end.
/// </summary>
/// <param name="owner">What the object is called in exceptions.</param>
internal sealed class Door(string owner)
{
    private const int Open = 0;
    private const int Taken = 1;
    private const int Closed = 2;

    private int state;

    /// <summary>Goes in, until the visit is disposed of.</summary>
    /// <exception cref="InvalidOperationException">Another call is inside.</exception>
    /// <exception cref="ObjectDisposedException">The door is closed.</exception>
    public Visit Enter()
    {
        int found = Interlocked.CompareExchange(ref state, Taken, Open);
        if (found != Open)
            throw Refusal(found);
        return new Visit(this);
    }

    /// <summary>Closes it for good.</summary>
    /// <returns>Whether it was open.</returns>
    /// <exception cref="InvalidOperationException">A call is inside.</exception>
    public bool Close() => Interlocked.CompareExchange(ref state, Closed, Open) switch
    {
        Taken => throw Refusal(Taken),
        int found => found == Open,
    };

    private InvalidOperationException Refusal(int found) => found == Closed
        ? new ObjectDisposedException(owner)
        : new InvalidOperationException(
            $"Expected one call at a time of a {owner}, got another before the first has returned. Several threads may have one each.");

    /// <summary>A call that is inside.</summary>
    public readonly ref struct Visit(Door door) : IDisposable
    {
        public void Dispose() => Volatile.Write(ref door.state, Open);
    }
}
