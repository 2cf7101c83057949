using System.CommandLine;
using System.CommandLine.Parsing;
using NetGen.Experiments.Running;
using Spectre.Console;

namespace NetGen.Experiments.Commands;

/// <summary>What can be typed: an experiment's name with its options, <c>all</c>, <c>list</c>, <c>inspect</c> and <c>step</c>.</summary>
internal static class CommandLine
{
    /// <summary>The option that says where results go, of every command that writes files.</summary>
    public const string Out = "--out";

    /// <param name="experiments">What can be run.</param>
    /// <param name="console">Where commands show what they do.</param>
    /// <param name="listen">Called by a command that can be stopped, when it starts: gives what stops it.</param>
    public static RootCommand Create(IReadOnlyList<Experiment> experiments, IAnsiConsole console, Func<CancellationToken> listen)
    {
        RootCommand root = new("Experiments with NetGen networks. Results, figures and a report land in a folder.");
        foreach (Experiment experiment in experiments)
            root.Add(Run(experiment, console, listen));
        root.Add(All([.. experiments.Where(static experiment => experiment.Argument is null)], console, listen));
        root.Add(List(experiments, console));
        root.Add(
            Inspect(
                [.. experiments.SelectMany(static experiment => experiment.Networks).DistinctBy(static network => network.Name)], console));
        root.Add(Step());
        return root;
    }

    private static Command Run(Experiment experiment, IAnsiConsole console, Func<CancellationToken> listen)
    {
        Option<int> seeds = Whole("--seeds", "How many seeds, one run of everything for each.", 1, 1000, experiment.DefaultSeeds);
        Option<int> seed = Whole("--seed", "The first seed.", 0, 1_000_000, 0);
        Option<int> steps = Whole("--steps", "Steps of a training.", 1, 1_000_000, experiment.DefaultSteps);
        Option<int> batch = Whole("--batch", "Examples of a step.", 1, experiment.LargestBatch, experiment.DefaultBatch);
        Option<string> folder = Place("a folder", "The folder for results.", "DIR", $"results/{experiment.Name}");
        Option<bool> full = Full();
        (Option Option, Func<ParseResult, string> Read)[] own = [.. experiment.Options.Select(OwnOption)];
        Command command = new(experiment.Name, experiment.Question) { seeds, seed };
        Argument<string[]>? arguments = experiment.Argument is null ? null : Several(experiment.Argument);
        if (arguments is not null)
            command.Add(arguments);
        if (experiment.TakesSteps)
            command.Add(steps);
        foreach (Option option in (Option[])[batch, folder, full, .. own.Select(static option => option.Option)])
            command.Add(option);

        command.SetAction(parsed =>
        {
            Dictionary<string, string> options = own.ToDictionary(static option => option.Option.Name, option => option.Read(parsed));
            int taken = IsTyped(parsed, steps) ? parsed.GetValue(steps) : experiment.StandardSteps(options);
            Settings settings = new(
                parsed.GetValue(seed), parsed.GetValue(seeds), taken, parsed.GetValue(batch), parsed.GetValue(folder)!, options)
            {
                Arguments = arguments is null ? [] : parsed.GetRequiredValue(arguments),
                Typed = [.. command.Options.Where(option => IsTyped(parsed, option)).Select(static option => option.Name)],
            };
            ExperimentRun run = new(experiment, settings, parsed.GetValue(full), console, parsed.InvocationConfiguration.Error);
            return run.Execute(listen());
        });
        return command;
    }

    private static Command All(IReadOnlyList<Experiment> experiments, IAnsiConsole console, Func<CancellationToken> listen)
    {
        Option<string> folder = Place("a folder", "The folder for results, one for each experiment in it.", "DIR", "results");
        Option<bool> full = Full();
        Command command = new("all", "Runs all experiments that have defaults, one after the other.") { folder, full };
        command.SetAction(parsed =>
        {
            TextWriter error = parsed.InvocationConfiguration.Error;
            return new EveryExperiment(experiments, parsed.GetValue(folder)!, parsed.GetValue(full), console, error).Execute(listen());
        });
        return command;
    }

    private static Command List(IReadOnlyList<Experiment> experiments, IAnsiConsole console)
    {
        Command command = new("list", "Shows the experiments and their networks.");
        command.SetAction(_ => Catalog.Show(experiments, console));
        return command;
    }

    private static Command Inspect(IReadOnlyList<NetworkInfo> networks, IAnsiConsole console)
    {
        Argument<NetworkInfo> network = new("network")
        {
            Description = $"One of {string.Join(", ", networks.Select(static network => network.Name))}.",
            CustomParser = result => networks.FirstOrDefault(network => IsNamed(network.Name, result.Tokens[0].Value))
                ?? Refuse<NetworkInfo>(
                    result,
                    $"inspect expects one of {string.Join(", ", networks.Select(static network => network.Name))}; "
                        + $"got '{result.Tokens[0].Value}'."),
        };
        Option<bool> code = new("--code") { Description = "Prints the generated code instead." };
        Option<string?> graph = new("--graph")
        {
            Description = "Prints the graph of the layers instead, for Mermaid or Graphviz.",
            HelpName = string.Join('|', LayerGraph.Languages),
            CustomParser = result => OneOf(result, "--graph", LayerGraph.Languages),
        };
        Command command = new("inspect", "Shows the layers, cost and memory of a network, and what the compiler expects of its start.")
        {
            network,
            code,
            graph,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(code) is not null && result.GetResult(graph) is not null)
                result.AddError("inspect expects --code or --graph; got both.");
        });
        command.SetAction(parsed =>
        {
            NetworkInfo info = parsed.GetRequiredValue(network);
            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(code))
            {
                return GeneratedCode.Print(info.Name, output, parsed.InvocationConfiguration.Error);
            }
            else if (parsed.GetValue(graph) is { } language)
            {
                output.Write(LayerGraph.Draw(info, language));
            }
            else
            {
                ConsoleLayerTable.Show(info, console);
                ConsoleSignalTable.Show(info, console);
            }

            return ExperimentRun.Success;
        });
        return command;
    }

    private static Command Step()
    {
        Argument<string> network = new("network")
        {
            Description = $"One of {string.Join(", ", StepFile.Networks)}.",
            CustomParser = result => OneOf(result, "step", StepFile.Networks),
        };
        Option<int> seed = Whole("--seed", "The seed of the network and its examples.", 0, 1_000_000, 0);
        Option<int> batch = Whole("--batch", "Examples of the step.", 1, 1000, 64);
        Option<string> loss = Text(new Choice("--loss", "What is made small.", StepFile.Losses));
        Option<string> file = Place("a file", "The file.", "FILE", "step.safetensors");
        Command command = new("step", "Writes one training step with all its tensors, to be held against another framework.")
        {
            network,
            seed,
            batch,
            loss,
            file,
        };
        command.SetAction(parsed =>
        {
            StepFile step = new(parsed.GetRequiredValue(network), parsed.GetValue(loss)!, parsed.GetValue(seed), parsed.GetValue(batch));
            return step.Write(parsed.GetValue(file)!, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        });
        return command;
    }

    private static bool IsTyped(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    private static Argument<string[]> Several(ExperimentArgument declared) => new(declared.Name)
    {
        Description = declared.Description,
        Arity = ArgumentArity.OneOrMore,
    };

    private static Option<bool> Full() =>
        new("--full") { Description = "Prints the whole report: all tables, findings with what was measured, and what quantities mean." };

    private static Option<int> Whole(string name, string description, int least, int most, int standard) => new(name)
    {
        Description = $"{description} {least} to {most}.",
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
            int.TryParse(result.Tokens[0].Value, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value)
                && value >= least
                && value <= most
            ? value
            : Refuse<int>(result, $"{name} expects a whole number from {least} to {most}; got '{result.Tokens[0].Value}'."),
    };

    private static Option<string> Place(string expected, string description, string helpName, string standard) => new(Out)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
            result.Tokens[0].Value is var path && !string.IsNullOrWhiteSpace(path) && path.IndexOfAny(Path.GetInvalidPathChars()) < 0
            ? path
            : Refuse<string>(result, $"{Out} expects the path of {expected}; got '{path}'."),
    };

    /// <summary>An option that is typed as one of an experiment's own, and how what was chosen is read.</summary>
    private static (Option Option, Func<ParseResult, string> Read) OwnOption(ExperimentOption declared)
    {
        if (declared is Switch)
        {
            Option<bool> flag = new(declared.Name) { Description = declared.Description };
            return (flag, parsed => parsed.GetValue(flag) ? Switch.On : Switch.Off);
        }

        Option<string> option = Text(declared);
        return (option, parsed => parsed.GetValue(option)!);
    }

    private static Option<string> Text(ExperimentOption declared) => new(declared.Name)
    {
        Description = declared.Description,
        HelpName = declared.Placeholder,
        DefaultValueFactory = _ => declared.Standard,
        CustomParser = result => declared.Accepts(result.Tokens[0].Value)
            ? result.Tokens[0].Value
            : Refuse<string>(result, $"{declared.Name} expects {declared.Expected}; got '{result.Tokens[0].Value}'."),
    };

    private static string? OneOf(ArgumentResult result, string name, IReadOnlyList<string> values) =>
        values.FirstOrDefault(value => IsNamed(value, result.Tokens[0].Value))
        ?? Refuse<string>(result, $"{name} expects one of {string.Join(", ", values)}; got '{result.Tokens[0].Value}'.");

    /// <summary>Names are found whether their letters are typed large or small.</summary>
    private static bool IsNamed(string name, string typed) => name.Equals(typed, StringComparison.OrdinalIgnoreCase);

    private static T? Refuse<T>(ArgumentResult result, string message)
    {
        result.AddError(message);
        return default;
    }
}
