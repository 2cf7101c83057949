namespace NetGen.Generator.Passes;

/// <summary>The last results of a pure function, so that it need not run again for an equal argument.</summary>
/// <param name="function">The function.</param>
/// <param name="sizeOf">How large a result is.</param>
/// <param name="capacity">How large all kept results may be together.</param>
internal sealed class RecentResults<TKey, TValue>(Func<TKey, CancellationToken, TValue> function, Func<TValue, int> sizeOf, int capacity)
    where TKey : IEquatable<TKey>
{
    private readonly Dictionary<TKey, TValue> results = [];
    private readonly Queue<TKey> order = new();
    private int size;

    public TValue Get(TKey key, CancellationToken cancellation)
    {
        lock (results)
        {
            if (results.TryGetValue(key, out TValue? found))
                return found;
        }

        // Outside of the lock: two threads may both compute it, and get equal results.
        TValue result = function(key, cancellation);
        lock (results)
        {
            if (!results.ContainsKey(key))
                Add(key, result);
        }

        return result;
    }

    private void Add(TKey key, TValue result)
    {
        results.Add(key, result);
        order.Enqueue(key);
        size += sizeOf(result);
        while (size > capacity)
        {
            TKey oldest = order.Dequeue();
            size -= sizeOf(results[oldest]);
            results.Remove(oldest);
        }
    }
}
