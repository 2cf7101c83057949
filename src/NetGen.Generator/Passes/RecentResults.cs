namespace NetGen.Generator;

/// <summary>The last results of a pure function, so that it need not run again for an equal argument.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class RecentResults<TKey, TValue>(int capacity)
    where TKey : IEquatable<TKey>
{
    private readonly Dictionary<TKey, TValue> results = [];
    private readonly Queue<TKey> order = new();

    public TValue Get(TKey key, Func<TKey, TValue> function)
    {
        lock (results)
        {
            if (results.TryGetValue(key, out TValue? found))
                return found;
        }

        // Outside of the lock: two threads may both compute it, and get equal results.
        TValue result = function(key);
        lock (results)
        {
            if (results.ContainsKey(key))
                return result;
            results.Add(key, result);
            order.Enqueue(key);
            if (order.Count > capacity)
                results.Remove(order.Dequeue());
        }

        return result;
    }
}
