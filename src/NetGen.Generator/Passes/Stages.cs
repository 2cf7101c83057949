using NetGen.Generator.Graphs;
using NetGen.Generator.Kernels;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>
/// Where threads that share calls by rows have to wait for each other: in front of a call that reads rows of others, or something that
/// there is once for the batch, if that was made since they last did; and behind a call that reads rows of others, whose memory may be used
/// again then.
/// </summary>
internal static class Stages
{
    /// <summary>The number of calls in each stage.</summary>
    public static IReadOnlyList<int> Of(Graph graph, EquatableArray<Call> calls)
    {
        List<int> lengths = [0];
        HashSet<int> made = [];
        foreach (Call call in calls)
        {
            bool readsOthers = call is RoutineCall { Routine.ReadsOtherRows: true };
            if (call.Reads.Any(value => made.Contains(value) && (readsOthers || !graph[value].Shape!.Batched)))
                Begin();
            lengths[lengths.Count - 1]++;
            made.UnionWith(call.Writes);
            if (readsOthers)
                Begin();
        }

        return lengths[lengths.Count - 1] == 0 && lengths.Count > 1 ? lengths.GetRange(0, lengths.Count - 1) : lengths;

        void Begin()
        {
            lengths.Add(0);
            made.Clear();
        }
    }
}
