namespace NetGen.Benchmarks.CompileTime;

/// <summary>
/// What the generator costs while its users type and build, as a table in Markdown: medians, and in parentheses the least.
/// </summary>
internal static class CompileTimeTable
{
    private static readonly string[] Header =
    [
        "project", "cold, ms", "comment elsewhere, ms", "other class, ms", "depth, ms", "kernels, KB", "networks, KB",
        "C# compiler without, s", "with, s",
    ];

    public static void Print()
    {
        // What is measured is the compiler, not the just-in-time compilation of it.
        foreach (Project project in Project.All)
            ProjectCost.Measure(project, runs: 41, emits: 3);

        MarkdownTable.Print(
            [Header, .. Project.All.Select(static project => Row(project.Name, ProjectCost.Measure(project, runs: 41, emits: 7)))]);
    }

    private static string[] Row(string name, ProjectCost cost) =>
    [
        name,
        Milliseconds(cost.Cold), Milliseconds(cost.Comment), Milliseconds(cost.OtherClass), Milliseconds(cost.Depth),
        Kilobytes(cost.KernelBytes), Kilobytes(cost.NetworkBytes),
        Seconds(cost.EmitWithout), Seconds(cost.EmitWith),
    ];

    private static string Milliseconds(Timing time) => $"{time.Median.TotalMilliseconds:F1} ({time.Least.TotalMilliseconds:F1})";

    private static string Seconds(Timing time) => $"{time.Median.TotalSeconds:F3} ({time.Least.TotalSeconds:F3})";

    private static string Kilobytes(long bytes) => $"{bytes / 1000.0:N0}";
}
