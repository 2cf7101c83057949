using NetGen.Generator.Kernels;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>
/// Gradients that are sums over several calls, and those calls: the work of one thread, because sums go on from call to call.
/// </summary>
/// <param name="Parameters">The parameters whose gradients they are.</param>
/// <param name="Calls">The calls, in order.</param>
internal sealed record SharedSum(EquatableArray<int> Parameters, EquatableArray<Call> Calls)
{
    /// <summary>The sums among calls; a weight and its bias, which one call adds to, belong together.</summary>
    public static IReadOnlyList<SharedSum> Of(EquatableArray<Call> calls, EquatableArray<int> shared)
    {
        List<SharedSum> sums = [];
        foreach (Call call in calls.Where(call => call.Parameters.Any(shared.Contains)))
        {
            SharedSum[] touched = [.. sums.Where(sum => call.Parameters.Any(sum.Parameters.Contains))];
            sums.RemoveAll(touched.Contains);
            IEnumerable<int> parameters = touched.SelectMany(static sum => sum.Parameters).Concat(call.Parameters).Distinct();
            sums.Add(new SharedSum(
                parameters.OrderBy(static parameter => parameter).ToEquatableArray(),
                touched.SelectMany(static sum => sum.Calls).Append(call).ToEquatableArray()));
        }

        return sums;
    }
}
