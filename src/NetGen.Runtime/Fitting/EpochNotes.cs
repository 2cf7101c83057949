using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace NetGen;

/// <summary>The epochs of a training as a note of its checkpoints, in JSON.</summary>
internal static class EpochNotes
{
    public static string Write(IEnumerable<EpochResult> epochs)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text))
        {
            json.WriteStartArray();
            foreach (EpochResult epoch in epochs)
                Write(json, epoch);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <returns>The epochs; null where the text is no such note.</returns>
    public static ImmutableArray<EpochResult>? Read(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return [.. document.RootElement.EnumerateArray().Select(Read)];
        }
        catch (Exception exception) when (exception
            is JsonException or ArgumentException or InvalidOperationException or KeyNotFoundException or FormatException
            or OverflowException)
        {
            return null;
        }
    }

    private static void Write(Utf8JsonWriter json, EpochResult epoch)
    {
        json.WriteStartObject();
        json.WriteNumber("epoch", epoch.Epoch);
        json.WriteNumber("stepCount", epoch.StepCount);
        JsonNumbers.Write(json, "trainingLoss", epoch.TrainingLoss);
        if (epoch.ValidationLoss is { } validation)
            JsonNumbers.Write(json, "validationLoss", validation);
        json.WriteStartObject("metrics");
        foreach ((string name, double value) in epoch.Metrics)
            JsonNumbers.Write(json, name, value);
        json.WriteEndObject();
        JsonNumbers.Write(json, "learningRate", epoch.LearningRate);
        json.WriteNumber("seconds", epoch.Duration.TotalSeconds);
        json.WriteEndObject();
    }

    private static EpochResult Read(JsonElement epoch) => new()
    {
        Epoch = epoch.GetProperty("epoch").GetInt32(),
        StepCount = epoch.GetProperty("stepCount").GetInt64(),
        TrainingLoss = JsonNumbers.Read(epoch.GetProperty("trainingLoss")),
        ValidationLoss = epoch.TryGetProperty("validationLoss", out JsonElement validation) ? JsonNumbers.Read(validation) : null,
        Metrics = epoch.GetProperty("metrics").EnumerateObject().ToImmutableSortedDictionary(
            static metric => metric.Name, static metric => JsonNumbers.Read(metric.Value), StringComparer.Ordinal),
        LearningRate = (float)JsonNumbers.Read(epoch.GetProperty("learningRate")),
        Duration = TimeSpan.FromSeconds(epoch.GetProperty("seconds").GetDouble()),
    };
}
