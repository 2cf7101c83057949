using System.Runtime.Intrinsics.X86;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Tests;

/// <summary>What the just-in-time compiler makes of generated code, as it tells itself, in a process for each vector width.</summary>
public sealed class HealthTests(GeneratedNetworks networks) : IClassFixture<GeneratedNetworks>
{
    [Fact]
    public async Task Every_generated_method_is_optimised_inlined_and_within_limits()
    {
        string[] report = await Examine(networks.Path);

        Assert.StartsWith($"{networks.Count} networks, ", report[0], StringComparison.Ordinal);
        AssertHealthy(report);
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512=0", 256)]
    [InlineData("DOTNET_PreferredVectorBitWidth=128", 128)]
    public async Task Every_generated_method_is_so_on_narrower_vectors(string setting, int width)
    {
        Assert.SkipUnless(X86Base.IsSupported, "These settings choose among the vector widths of x86 processors.");
        string[] report = await Examine(networks.Path, setting);

        Assert.EndsWith($"vectors of {width} bits", report[0], StringComparison.Ordinal);
        AssertHealthy(report);
    }

    [Fact]
    public async Task So_is_every_method_of_networks_drawn_at_random()
    {
        string path = Path.Join(Path.GetDirectoryName(networks.Path), "Drawn.dll");
        await File.WriteAllBytesAsync(path, RandomArchitectures.Image, TestContext.Current.CancellationToken);
        string[] report = await Examine(path);

        Assert.StartsWith($"{RandomArchitectures.All.Count} networks, ", report[0], StringComparison.Ordinal);
        AssertHealthy(report);
    }

    [Fact]
    public async Task Methods_that_are_slow_are_found()
    {
        string source = $$"""
            namespace NetGen.Generated;

            using System.Runtime.CompilerServices;

            public static class Slow
            {
                [MethodImpl(MethodImplOptions.AggressiveOptimization)]
                public static int Long(int x)
                {
                    {{string.Concat(Enumerable.Repeat("x = 3 * x + 1; ", 4_000))}}
                    return x;
                }

                [MethodImpl(MethodImplOptions.AggressiveOptimization)]
                public static int Calling(int x) => Recursive(x);

                [MethodImpl(MethodImplOptions.AggressiveInlining)]
                private static int Recursive(int x) => x == 0 ? 0 : 1 + Recursive(x - 1);

                public static int Waiting(int x)
                {
                    while (x % 3 != 0)
                        x++;
                    return x;
                }

                [MethodImpl(MethodImplOptions.AggressiveOptimization)]
                public static int Inlining(int x)
                {
                    for (int i = 0; i < x; i++)
                    {
                        {{string.Concat(Enumerable.Repeat("x = Next(x); ", 201))}}
                    }

                    return x;
                }

                [MethodImpl(MethodImplOptions.AggressiveInlining)]
                private static int Next(int x) => 3 * x + 1;

                [MethodImpl(MethodImplOptions.AggressiveOptimization)]
                public static int Fast(int x)
                {
                    for (int i = 0; i < x; i++)
                        x = Next(x);
                    return x;
                }
            }
            """;
        string path = Path.Join(Path.GetDirectoryName(networks.Path), "Slow.dll");
        Assert.True(GeneratorRun.Over(source).Output.Emit(path, cancellationToken: TestContext.Current.CancellationToken).Success);

        string[] findings = [.. Findings(await Examine(path))];

        Assert.Contains("Slow.Long is compiled as MinOptJitted", findings);
        Assert.Contains("Slow.Long has 24002 instructions, more than 15000", findings);
        Assert.Contains("Slow.Long has 8001 references to locals, more than 6000", findings);
        Assert.Contains("Slow.Waiting is compiled as QuickJitted", findings);
        Assert.Contains("Slow.Inlining has 201 inlines around a loop, more than 200", findings);
        Assert.Contains(findings, static finding => finding.StartsWith("Slow.Calling calls NetGen.Generated.Slow.Recursive: ", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, static finding => finding.StartsWith("Slow.Fast ", StringComparison.Ordinal));
    }

    private static void AssertHealthy(string[] report) => Assert.True(!Findings(report).Any(), string.Join("\n", Findings(report)));

    private static Task<string[]> Examine(string path, string? setting = null) => Tool.Run("NetGen.JitHealth", [path], setting);

    private static IEnumerable<string> Findings(string[] report) => report.Skip(1).Where(static line => line[0] != ' ');
}
