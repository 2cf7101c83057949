using System.Runtime.Intrinsics.X86;

namespace NetGen.Generator.Tests;

/// <summary>What the just-in-time compiler makes of the networks that tests declare, in a process for each vector width.</summary>
[Trait("Speed", "Slow")]
public sealed class HealthTests
{
    [Fact]
    public async Task Every_generated_method_is_optimised_inlined_and_within_limits()
    {
        JitReport report = await JitReport.Of(CompiledNetworks.Image);

        Assert.StartsWith($"{CompiledNetworks.Count} networks, ", report.Heading, StringComparison.Ordinal);
        report.AssertHealthy();
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512=0", 256)]
    [InlineData("DOTNET_PreferredVectorBitWidth=128", 128)]
    public async Task Every_generated_method_is_so_on_narrower_vectors(string setting, int width)
    {
        Assert.SkipUnless(X86Base.IsSupported, "These settings choose among the vector widths of x86 processors.");
        JitReport report = await JitReport.Of(CompiledNetworks.Image, setting);

        Assert.EndsWith($"vectors of {width} bits", report.Heading, StringComparison.Ordinal);
        report.AssertHealthy();
    }
}
