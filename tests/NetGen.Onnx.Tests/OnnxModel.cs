using Microsoft.ML.OnnxRuntime;

namespace NetGen.Onnx.Tests;

/// <summary>A saved model in ONNX Runtime.</summary>
internal sealed class OnnxModel : IDisposable
{
    private readonly InferenceSession session;

    public OnnxModel(string path)
    {
        using SessionOptions options = new() { IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        session = new InferenceSession(path, options);
    }

    /// <summary>Whether it takes lengths of sequences.</summary>
    public bool TakesLengths => session.OverridableInitializerMetadata.ContainsKey("lengths");

    /// <param name="info">The network that was saved.</param>
    /// <param name="examples">The batch.</param>
    /// <returns>The outputs.</returns>
    public float[] Run(NetworkInfo info, Examples examples)
    {
        long[] shape = [examples.Rows, .. info.InputShape];
        Dictionary<string, OrtValue> inputs = new()
        {
            ["input"] = examples.Tokens is { } tokens
                ? OrtValue.CreateTensorValueFromMemory([.. tokens.Select(static token => (long)token)], shape)
                : OrtValue.CreateTensorValueFromMemory(examples.Values, shape),
        };
        if (examples.Lengths.Length > 0)
        {
            inputs.Add("lengths", OrtValue.CreateTensorValueFromMemory(
                [.. examples.Lengths.Select(static length => (long)length)], [examples.Rows]));
        }

        using RunOptions options = new();
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(options, inputs, ["output"]);
        foreach (OrtValue input in inputs.Values)
            input.Dispose();
        Assert.Equal([examples.Rows, .. info.OutputShape], outputs[0].GetTensorTypeAndShape().Shape);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }

    public void Dispose() => session.Dispose();
}
