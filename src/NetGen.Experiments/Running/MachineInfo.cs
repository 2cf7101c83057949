using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Experiments.Running;

/// <summary>The machine of a run.</summary>
/// <param name="System">The operating system.</param>
/// <param name="Architecture">The kind of processor.</param>
/// <param name="Processors">How many cores the process may use.</param>
/// <param name="VectorBits">The widest vectors that are fast here.</param>
internal sealed record MachineInfo(string System, string Architecture, int Processors, int VectorBits)
{
    public static MachineInfo Here => new(
        RuntimeInformation.OSDescription,
        RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128);
}
