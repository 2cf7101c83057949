namespace NetGen.Generator.Tests;

/// <summary>What the just-in-time compiler makes of networks drawn at random.</summary>
[Trait("Speed", "Slow")]
public sealed class DrawnHealthTests
{
    [Fact]
    public async Task Every_generated_method_is_optimised_inlined_and_within_limits()
    {
        JitReport report = await JitReport.Of(RandomArchitectures.Image);

        Assert.StartsWith($"{RandomArchitectures.All.Count} networks, ", report.Heading, StringComparison.Ordinal);
        report.AssertHealthy();
    }
}
