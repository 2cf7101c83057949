namespace NetGen.Generator.Tests;

/// <summary>What is looked for in generated methods is found where it is.</summary>
public sealed class SlowMethodTests
{
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
        using MemoryStream image = new();
        Assert.True(GeneratorRun.Over(source).Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        IReadOnlyList<string> findings = (await JitReport.Of(image.ToArray())).Findings;

        Assert.Contains("Slow.Long is compiled as MinOptJitted", findings);
        Assert.Contains("Slow.Long has 24002 instructions, more than 15000", findings);
        Assert.Contains("Slow.Long has 8001 references to locals, more than 6000", findings);
        Assert.Contains("Slow.Waiting is compiled as QuickJitted", findings);
        Assert.Contains("Slow.Inlining has 201 inlines around a loop, more than 200", findings);
        Assert.Contains(
            findings,
            static finding => finding.StartsWith("Slow.Calling calls NetGen.Generated.Slow.Recursive: ", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, static finding => finding.StartsWith("Slow.Fast ", StringComparison.Ordinal));
    }
}
