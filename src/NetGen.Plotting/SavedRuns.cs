using System.Text.Json;
using NetGen.Plotting.Figures;

namespace NetGen.Plotting;

/// <summary>The runs of an experiment as they stand in its <c>results.json</c>, to be drawn anew.</summary>
/// <example>
/// <code>
/// SavedRuns runs = SavedRuns.Load("results/distant-identity/results.json");
/// runs.Losses().SavePng("losses.png");
/// runs.ByLayer("preActivationGradientNorm").SavePng("gradients.png");
/// </code>
/// </example>
public sealed class SavedRuns
{
    private const int LinesInOnePanel = 4;
    private static readonly Ink[] inks = Enum.GetValues<Ink>();
    private static readonly (string Field, string Title)[] moments = [("start", "before training"), ("end", "after training")];

    private readonly string path;
    private readonly IReadOnlyList<SavedGroup> groups;

    private SavedRuns(string path, IReadOnlyList<SavedGroup> groups)
    {
        this.path = path;
        this.groups = groups;
        Quantities = [.. groups.SelectMany(static group => group.Runs)
            .SelectMany(static run => moments.SelectMany(moment => SavedGroup.Layers(run, moment.Field)))
            .Where(static layer => layer.ValueKind == JsonValueKind.Object)
            .SelectMany(static layer => layer.EnumerateObject())
            .Where(static number => SavedGroup.Number(number.Value) is not null)
            .Select(static number => number.Name)
            .Distinct()];
    }

    /// <summary>The numbers that stand there for every layer: what <see cref="ByLayer"/> can draw.</summary>
    public IReadOnlyList<string> Quantities { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file, <c>results.json</c>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file holds no runs.</exception>
    public static SavedRuns Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("runs", out JsonElement runs)
                && runs.ValueKind == JsonValueKind.Array
                && runs.GetArrayLength() > 0
                ? new SavedRuns(path, SavedGroup.Of([.. runs.Clone().EnumerateArray()]))
                : throw new InvalidDataException($"Expected \"{path}\" to hold runs, as results.json of an experiment does; it has none.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"Expected \"{path}\" to be JSON: {exception.Message}", exception);
        }
    }

    /// <summary>The loss of every step, as the median over seeds, with the middle half as a band and a thin line for each seed.</summary>
    /// <exception cref="InvalidOperationException">The runs have no losses.</exception>
    public NetworkFigure Losses()
    {
        SavedGroup[] trained = [.. groups.Where(static group => group.Runs.All(static run => SavedGroup.Numbers(run, "losses").Count > 0))];
        if (trained.Length == 0)
            throw new InvalidOperationException($"Expected runs with losses; the runs of \"{path}\" have none.");
        return NetworkFigures.Of(
            "losses",
            "Loss by step, as saved",
            Subtitle,
            [.. Panels(trained, "step", "loss", moment: "", static run => SavedGroup.Numbers(run, "losses"))]);
    }

    /// <summary>
    /// A number of every layer before and after training, as the median over seeds, with the middle half as a band and a thin line for each
    /// seed.
    /// </summary>
    /// <param name="quantity">The number, one of <see cref="Quantities"/>: <c>preActivationGradientNorm</c>.</param>
    /// <exception cref="ArgumentException">The runs have no such number.</exception>
    public NetworkFigure ByLayer(string quantity)
    {
        if (!Quantities.Contains(quantity))
            throw new ArgumentException(
                $"Expected a number that \"{path}\" has of every layer ({string.Join(", ", Quantities)}); got \"{quantity}\".",
                nameof(quantity));

        IEnumerable<Panel> panels = moments.SelectMany(moment =>
        {
            SavedGroup[] seen =
            [
                .. groups.Where(group => group.Runs.All(run => SavedGroup.ByLayer(run, moment.Field, quantity).Count > 0)),
            ];
            return Panels(seen, "layer", quantity, moment.Title, run => SavedGroup.ByLayer(run, moment.Field, quantity));
        });
        return NetworkFigures.Of(quantity, $"{quantity} by layer, as saved", Subtitle, [.. panels]);
    }

    private string Subtitle =>
        $"{groups.Sum(static group => group.Runs.Count)} runs; lines: medians; bands: the middle half; thin lines: single runs";

    /// <summary>A panel for all groups or, where they are many, for each family.</summary>
    private static IEnumerable<Panel> Panels(
        SavedGroup[] shown, string place, string label, string moment, Func<JsonElement, IReadOnlyList<double>> values) =>
        shown.GroupBy(group => shown.Length > LinesInOnePanel ? group.Family : "").Select(family =>
        {
            bool negative = family.SelectMany(static group => group.Runs).SelectMany(values).Any(static value => value < 0);
            return new Chart(
                string.Join(", ", new[] { family.Key, moment }.Where(static part => part.Length > 0)),
                new Axis(place),
                new Axis(label, negative ? Scale.Linear : Scale.Log),
                [
                    .. family.Select(
                        (group, index) => group.Line(family.Key.Length > 0 ? group.Member : group.Name, inks[index % inks.Length], values)),
                ],
                []);
        });
}
