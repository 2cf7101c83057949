using NetGen.Compare.Works;

namespace NetGen.Compare.Sides;

/// <summary>PyTorch, as <c>pytorch/worker.py</c> uses it.</summary>
internal sealed class PyTorchSide(string? coreType)
    : Side("PyTorch", "apt install python3-torch libopenblas0-openmp; its Python is /usr/bin/python3")
{
    // Above it memory comes from the system at every allocation, and goes back: page faults for every large activation.
    private const string LargestAllocation = "1073741824";

    // The OpenBLAS that shares PyTorch's threads. The default one has threads of its own, and each pool takes a core from the other while
    // it spins.
    private const string OpenBlasOnOpenMp = "/usr/lib/x86_64-linux-gnu/openblas-openmp";

    public override bool Does(Work work) => work.Group != WorkGroup.Product;

    public override IReadOnlyList<string> Command(Work work, string folder, int threads) =>
    [
        "/usr/bin/python3", Path.Combine(AppContext.BaseDirectory, "pytorch", "worker.py"), work.Group.Name, work.Network,
        "--optimizer", work.Optimizer, "--loss", work.Loss, "--threads", threads.ToString(CultureInfo.InvariantCulture), "--folder", folder,
    ];

    public override IReadOnlyDictionary<string, string?> Environment(int threads) => new Dictionary<string, string?>(
        OpenBlas.Environment(coreType, threads))
    {
        ["MALLOC_MMAP_THRESHOLD_"] = LargestAllocation,
        ["MALLOC_TRIM_THRESHOLD_"] = LargestAllocation,
        ["LD_LIBRARY_PATH"] = OpenBlasOnOpenMp,
        ["PYTHONDONTWRITEBYTECODE"] = "1",
    };
}
