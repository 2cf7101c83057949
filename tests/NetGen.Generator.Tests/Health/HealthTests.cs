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
}

/// <summary>The same on narrower vectors.</summary>
public abstract class NarrowHealthTests(string setting, int width)
{
    [Fact]
    public async Task Every_generated_method_is_so_on_narrower_vectors()
    {
        Assert.SkipUnless(X86Base.IsSupported, "These settings choose among the vector widths of x86 processors.");
        JitReport report = await JitReport.Of(CompiledNetworks.Image, setting);

        Assert.EndsWith($"vectors of {width} bits", report.Heading, StringComparison.Ordinal);
        report.AssertHealthy();
    }
}

[Trait("Speed", "Slow")]
public sealed class HealthOn256BitsTests() : NarrowHealthTests("DOTNET_EnableAVX512=0", 256);

[Trait("Speed", "Slow")]
public sealed class HealthOn128BitsTests() : NarrowHealthTests("DOTNET_PreferredVectorBitWidth=128", 128);
