using NetGen.Experiments.Running;
using Spectre.Console;

namespace NetGen.Experiments.Commands;

/// <summary>The experiments there are, and the networks they train.</summary>
internal static class Catalog
{
    public static void Show(IReadOnlyList<Experiment> experiments, IAnsiConsole console)
    {
        Table questions = new Table().RoundedBorder().AddColumns("experiment", "question", "networks");
        foreach (Experiment experiment in experiments)
            questions.AddRow(
                experiment.Name,
                Markup.Escape(experiment.Question),
                experiment.Networks switch
                {
                    { Count: > 0 } known => string.Join(", ", known.Select(static network => network.Name)),
                    _ when experiment.Argument is not null => "those that you declare",
                    _ => "declared and compiled when it runs",
                });
        console.Write(questions);

        Table networks = new Table().RoundedBorder().AddColumns("network", "layers", "shape", "parameters", "FLOPs a row");
        IEnumerable<NetworkInfo> trained = experiments.SelectMany(static experiment => experiment.Networks);
        foreach (NetworkInfo network in trained.DistinctBy(static network => network.Name))
        {
            networks.AddRow(
                network.Name,
                $"{network.Layers.Length}",
                $"{string.Join(" × ", network.InputShape)} → {string.Join(" × ", network.OutputShape)}",
                $"{network.ParameterCount:N0}",
                $"{network.Flops:N0}");
        }

        console.Write(networks);
    }
}
