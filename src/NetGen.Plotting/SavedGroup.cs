using System.Text.Json;
using NetGen.Plotting.Figures;

namespace NetGen.Plotting;

/// <summary>The saved runs of one network in one set-up: they differ by their seed alone.</summary>
/// <param name="Family">The first thing that tells it from other groups.</param>
/// <param name="Member">The other things.</param>
/// <param name="Runs">Its runs.</param>
internal sealed record SavedGroup(string Family, string Member, IReadOnlyList<JsonElement> Runs)
{
    private static readonly string[] sizes = ["depth", "width"];

    public string Name => string.Join(", ", new[] { Family, Member }.Where(static part => part.Length > 0));

    /// <summary>Puts runs together by their words and sizes.</summary>
    public static IReadOnlyList<SavedGroup> Of(IReadOnlyList<JsonElement> runs)
    {
        string[] telling =
        [
            .. runs.SelectMany(Words)
                .GroupBy(static word => word.Name, static word => word.Value)
                .Where(static word => word.Distinct().Count() > 1)
                .Select(static word => word.Key),
        ];
        return
        [
            .. runs.GroupBy(run => string.Join(", ", Told(run, telling))).Select(group =>
            {
                string[] words = [.. Told(group.First(), telling)];
                return new SavedGroup(
                    words.Length > 1 ? words[0] : "", string.Join(", ", words.Length > 1 ? words[1..] : words), [.. group]);
            }),
        ];
    }

    /// <summary>The rows of a run's layers before or after training.</summary>
    public static IEnumerable<JsonElement> Layers(JsonElement run, string moment) =>
        !run.TryGetProperty(moment, out JsonElement rows) ? []
        : rows.ValueKind == JsonValueKind.Array ? rows.EnumerateArray()
        : rows.ValueKind == JsonValueKind.Object
            && rows.TryGetProperty("layers", out JsonElement layers)
            && layers.ValueKind == JsonValueKind.Array ? layers.EnumerateArray()
        : [];

    public static IReadOnlyList<double> ByLayer(JsonElement run, string moment, string quantity) =>
    [
        .. Layers(run, moment)
            .Where(
                layer =>
                    layer.ValueKind == JsonValueKind.Object
                        && layer.TryGetProperty(quantity, out JsonElement number)
                        && Number(number) is not null)
            .Select(layer => Number(layer.GetProperty(quantity))!.Value),
    ];

    public static IReadOnlyList<double> Numbers(JsonElement run, string field) =>
        run.TryGetProperty(field, out JsonElement numbers) && numbers.ValueKind == JsonValueKind.Array
            ? [.. numbers.EnumerateArray().Select(static number => Number(number) ?? double.NaN)]
            : [];

    /// <summary>A number, which stands as a string where it is not finite, or null where there is none.</summary>
    public static double? Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String => value.GetString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => null,
        },
        _ => null,
    };

    /// <summary>The values of all runs, from the first place on, as far as every run goes.</summary>
    public Series Line(string label, Ink ink, Func<JsonElement, IReadOnlyList<double>> values)
    {
        IReadOnlyList<double>[] runs = [.. Runs.Select(values)];
        int length = runs.Min(static run => run.Count);
        return new Series(
            label, ink, [.. Enumerable.Range(0, length).Select(index => Point.Over(index + 1, runs.Select(run => run[index])))])
        {
            Runs = runs.Length > 1 ? [.. runs.Select(run => (IReadOnlyList<double>)[.. run.Take(length)])] : [],
        };
    }

    private static IEnumerable<(string Name, string Value)> Words(JsonElement run) =>
        run.EnumerateObject()
            .Where(
                static field =>
                    (field.Value.ValueKind == JsonValueKind.String && SavedGroup.Number(field.Value) is null) || sizes.Contains(field.Name))
            .Select(
                static field =>
                    (
                        field.Name,
                        field.Value.ValueKind == JsonValueKind.String
                            ? field.Value.GetString()!
                            : $"{field.Name} {field.Value.GetRawText()}"));

    private static IEnumerable<string> Told(JsonElement run, string[] telling) =>
        Words(run).Where(word => telling.Contains(word.Name)).Select(static word => word.Value);
}
