using NetGen.Compare.Works;

namespace NetGen.Compare.Measuring;

/// <summary>What all sides took for a work.</summary>
internal sealed record WorkResult(Work Work, int Threads, IReadOnlyList<Result> Results)
{
    public Result? Of(string side) => Results.FirstOrDefault(result => result.Side.Name == side);
}
