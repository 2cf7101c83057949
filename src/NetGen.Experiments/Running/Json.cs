using System.Text.Encodings.Web;
using System.Text.Json;

namespace NetGen.Experiments.Running;

/// <summary>
/// How files of a run are written as JSON. Numbers that are not finite are the strings "NaN", "Infinity" and "-Infinity".
/// </summary>
internal static class Json
{
    private static readonly JsonSerializerOptions compact = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly JsonSerializerOptions indented = new(compact) { WriteIndented = true, NewLine = "\n" };

    public static string Compact<T>(T value) => JsonSerializer.Serialize(value, compact) + "\n";

    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static T? Read<T>(string text) => JsonSerializer.Deserialize<T>(text, compact);

    public static string Indented<T>(T value) => JsonSerializer.Serialize(value, indented) + "\n";
}
