using System.CommandLine;
using NetGen.Compare.Sides;
using NetGen.Compare.Works;
using Spectre.Console;

namespace NetGen.Compare;

/// <summary>What can be typed; and, out of sight, <c>worker</c>, which this program types itself.</summary>
internal static class CommandLine
{
    public static RootCommand Create(IAnsiConsole console)
    {
        Option<int> rounds = new("--rounds")
        {
            Description = "How often all sides take their turn.",
            HelpName = "N",
            DefaultValueFactory = static _ => 9,
        };
        rounds.Validators.Add(result =>
        {
            if (result.GetValue(rounds) is < 1 or > 1000)
                result.AddError($"--rounds expects 1 to 1000; got {result.GetValue(rounds)}.");
        });
        Option<string[]> only = new("--only")
        {
            Description = "Works whose name or group contains this, such as training, prediction, product or 4-32-16-4. "
                + "It may stand several times.",
            HelpName = "TEXT",
            DefaultValueFactory = static _ => [""],
        };
        only.Validators.Add(result =>
        {
            if (!Chosen(result.GetValue(only)!).Any())
                result.AddError($"--only expects a part of one of: {string.Join("; ", WorkList.All.Select(static work => work.Name))}; "
                    + $"got '{string.Join("; ", result.GetValue(only)!)}'.");
        });
        Option<int?> threads = new("--threads")
        {
            Description = "Only on 1 thread, or only on 2. By default first on one, then on two.",
            HelpName = "1|2",
        };
        threads.AcceptOnlyFromAmong("1", "2");
        Option<string?> markdown = new("--markdown")
        {
            Description = "Also writes the tables into this Markdown file, to the places with their names.",
            HelpName = "FILE",
        };

        RootCommand root = new("Lets NetGen and others do the same works in turn, and shows the medians and their ratios.")
        {
            rounds, only, threads, markdown, Worker(),
        };
        root.SetAction(parsed =>
        {
            int[] threadCounts = parsed.GetValue(threads) is { } count ? [count] : [1, 2];
            new ComparisonRun(
                [.. Chosen(parsed.GetValue(only)!)], threadCounts, parsed.GetValue(rounds), parsed.GetValue(markdown), console).Execute();
        });
        return root;
    }

    private static IEnumerable<Work> Chosen(string[] texts) => WorkList.All.Where(work => texts.Any(text =>
        work.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
            || work.Group.Name.Contains(text, StringComparison.OrdinalIgnoreCase)));

    private static Command Worker()
    {
        Argument<string> sideName = new("side"), workName = new("work"), folder = new("folder");
        Argument<int> threads = new("threads");
        Command command = new("worker") { sideName, workName, folder, threads };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            // The core type of OpenBLAS is in this process's environment.
            ManagedSide side = SideList.All(coreType: null).OfType<ManagedSide>().Single(side => side.Name == parsed.GetValue(sideName));
            Work work = WorkList.All.Single(work => work.Name == parsed.GetValue(workName));
            string place = parsed.GetRequiredValue(folder);
            try
            {
                using Subject subject = side.Start(
                    work, SafetensorsFile.Load(Path.Combine(place, "start.safetensors")), place, parsed.GetValue(threads));
                Measuring.Worker.Serve(subject, place);
            }
            catch (Exception exception) when (exception is NotSupportedException or DllNotFoundException)
            {
                Console.Error.WriteLine(exception.Message);
            }
        });
        return command;
    }
}
