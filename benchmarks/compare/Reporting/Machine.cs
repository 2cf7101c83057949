using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetGen.Compare.Reporting;

/// <summary>Where it was measured.</summary>
internal static class Machine
{
    /// <summary>Processor, cores, vectors and versions in one sentence.</summary>
    /// <param name="versions">The other sides' versions, as far as they are there.</param>
    public static string Describe(IEnumerable<string> versions)
    {
        int bits = Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Processor()}, {Environment.ProcessorCount} cores, vectors of {bits} bits; {RuntimeInformation.OSDescription}; "
            + $"{string.Join(", ", [$".NET {Environment.Version}", .. versions])}.");
    }

    private static string Processor()
    {
        string[] facts = File.ReadAllLines("/proc/cpuinfo");
        string? Fact(string name) => facts.FirstOrDefault(fact => fact.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
        return $"{Fact("model name")} (family {Fact("cpu family")}, model {Fact("model\t")})";
    }
}
