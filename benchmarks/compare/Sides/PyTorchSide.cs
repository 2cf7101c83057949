using NetGen.Compare.Works;

namespace NetGen.Compare.Sides;

/// <summary>PyTorch, as <c>pytorch/worker.py</c> uses it.</summary>
internal sealed class PyTorchSide(string? coreType)
    : Side("PyTorch", "apt install python3-torch libopenblas0; its Python is /usr/bin/python3")
{
    // Above it memory comes from the system at every allocation, and goes back: page faults for every large activation.
    private const string LargestAllocation = "1073741824";

    public override bool Does(Work work) => work.Group != WorkGroup.Product;

    public override IReadOnlyList<string> Command(Work work, string folder, int threads) =>
    [
        "/usr/bin/python3", Path.Combine(AppContext.BaseDirectory, "pytorch", "worker.py"), work.Group.Name, work.Network,
        "--loss", work.Loss, "--threads", threads.ToString(CultureInfo.InvariantCulture), "--folder", folder,
    ];

    public override IReadOnlyDictionary<string, string?> Environment(int threads) => new Dictionary<string, string?>(OpenBlas.Environment(coreType, threads))
    {
        ["MALLOC_MMAP_THRESHOLD_"] = LargestAllocation,
        ["MALLOC_TRIM_THRESHOLD_"] = LargestAllocation,
        ["PYTHONDONTWRITEBYTECODE"] = "1",
    };
}
