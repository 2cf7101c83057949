using NetGen.Compare.Measuring;
using NetGen.Compare.Works;

namespace NetGen.Compare.Sides;

/// <summary>How OpenBLAS is set up for its best.</summary>
internal static class OpenBlas
{
    /// <summary>
    /// The processors that it has kernels for, by its own names. Where it does not know a processor, or a virtual machine hides which it
    /// is, it falls back to kernels for one of 2004, five times slower; so the choice is measured, not left to it.
    /// </summary>
    private static readonly string?[] coreTypes = [null, "Haswell", "SkylakeX", "Cooperlake", "Zen"];

    public static IReadOnlyDictionary<string, string?> Environment(string? coreType, int threads) => new Dictionary<string, string?>
    {
        ["OPENBLAS_CORETYPE"] = coreType,
        ["OPENBLAS_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture),
        ["OMP_NUM_THREADS"] = threads.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The core type that multiplies fastest here; null for the one that it finds itself.</summary>
    /// <exception cref="SideException">It is missing.</exception>
    public static string? FastestCoreType(Work product, string folder) => coreTypes.MinBy(coreType =>
    {
        using WorkerProcess worker = WorkerProcess.Start(new SgemmSide(SgemmLibrary.OpenBlas, coreType), product, folder, threads: 1);
        return Math.Min(worker.FirstRound, Enumerable.Range(0, 4).Min(_ => worker.Round()));
    });
}
