using NetGen.Compare.Works;

namespace NetGen.Compare.Sides;

/// <summary>A side whose worker is this program.</summary>
internal abstract class ManagedSide(string name, string install) : Side(name, install)
{
    public sealed override IReadOnlyList<string> Command(Work work, string folder, int threads) =>
    [
        "dotnet", typeof(ManagedSide).Assembly.Location, "worker", Name, work.Name, folder, threads.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>The work, ready to be done in this process.</summary>
    /// <exception cref="NotSupportedException">It cannot be done on so many threads.</exception>
    /// <exception cref="DllNotFoundException">The side is missing.</exception>
    public abstract Subject Start(Work work, SafetensorsFile start, string folder, int threads);
}
