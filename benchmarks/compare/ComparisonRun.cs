using NetGen.Compare.Measuring;
using NetGen.Compare.Reporting;
using NetGen.Compare.Sides;
using NetGen.Compare.Works;
using NetGen.Experiments.Running;
using Spectre.Console;

namespace NetGen.Compare;

/// <summary>Compares works on numbers of threads, and shows and writes the tables.</summary>
internal sealed record ComparisonRun(
    IReadOnlyList<Work> Works, IReadOnlyList<int> ThreadCounts, int Rounds, string? Markdown, IAnsiConsole Screen)
{
    private readonly HashSet<string> told = [];

    public void Execute()
    {
        string folder = Directory.CreateTempSubdirectory("netgen-compare-").FullName;
        try
        {
            List<WorkResult> results = Measure(folder);
            ResultTable[] tables = [.. Tables(results)];
            string machine = Machine.Describe(results.SelectMany(static result => result.Results)
                .Select(static result => $"{result.Side.Name} {result.Version}").Distinct());
            foreach (ResultTable table in tables)
                ConsoleTable.Show(table, Screen);
            Screen.WriteLine(machine);
            if (Markdown is not null)
                MarkdownFile.Write(Markdown, tables, machine);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<ResultTable> Tables(IReadOnlyList<WorkResult> results)
    {
        foreach (IGrouping<WorkGroup, WorkResult> group in results.GroupBy(static result => result.Work.Group))
        {
            foreach (IGrouping<int, WorkResult> column in group.GroupBy(static result => result.Threads))
                yield return Times.Of(group.Key, column.Key, [.. column]);
            if (group.Any(static result => result.Threads == 1))
                yield return Parts.Of(group.Key, [.. group.Where(static result => result.Threads == 1)]);
        }
    }

    private List<WorkResult> Measure(string folder) => Screen
        .Progress()
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new TimeLeftColumn())
        .Start(context =>
        {
            int[] threadCounts = [.. ThreadCounts.Where(static threads => threads <= Environment.ProcessorCount)];
            ProgressTask all = context.AddTask("all", maxValue: threadCounts.Sum(threads => WorksOn(threads).Count()) * Rounds);
            Comparison comparison = new(SideList.All(CoreType(folder)), Rounds, folder, Tell);
            List<WorkResult> results = [];
            foreach (int threads in threadCounts)
            {
                foreach (Work work in WorksOn(threads))
                {
                    ProgressTask bar = context.AddTask($"{work.Name}, {threads} {(threads == 1 ? "thread" : "threads")}", maxValue: Rounds);
                    results.Add(comparison.Run(work, threads, () =>
                    {
                        bar.Increment(1);
                        all.Increment(1);
                    }));
                }
            }

            return results;
        });

    // A kernel is for one thread: threads share what lies above it.
    private IEnumerable<Work> WorksOn(int threads) => Works.Where(work => threads == 1 || work.Group != WorkGroup.Product);

    private static string? CoreType(string folder)
    {
        // Of the products, one that is neither all calls nor all memory.
        Work product = WorkList.All.Single(static work => work.Group == WorkGroup.Product && work.Network == nameof(Linear256));
        product.Start().Save(Path.Combine(folder, "start.safetensors"));
        try
        {
            return OpenBlas.FastestCoreType(product, folder);
        }
        catch (SideException)
        {
            return null;
        }
    }

    private void Tell(Side side, string why)
    {
        if (told.Add($"{side.Name} {why}"))
            Screen.WriteLine($"{side.Name}: {why}{(side.Install == "" ? "" : $". It takes {side.Install}.")}");
    }
}
