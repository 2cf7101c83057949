using Microsoft.ML.OnnxRuntime;

namespace NetGen.Compare.Sides;

/// <summary>
/// A prediction with ONNX Runtime: all optimizations of the graph, one operator after the other, inputs and outputs bound to the caller's
/// memory, so that a run allocates nothing.
/// </summary>
internal sealed class OnnxPrediction : IDisposable
{
    private readonly InferenceSession session;
    private readonly RunOptions run = new();
    private readonly OrtIoBinding binding;
    private readonly OrtValue input;
    private readonly OrtValue output;
    private readonly float[] outputs;

    public OnnxPrediction(string model, StoredTensor inputs, int threads)
    {
        int rows = inputs.Shape[0];
        using SessionOptions options = new()
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        // The model leaves the batch free; the optimizations may know it.
        options.AddFreeDimensionOverrideByName("batch", rows);
        session = new InferenceSession(model, options);
        binding = session.CreateIoBinding();

        long[] outputShape = [rows, .. session.OutputMetadata["output"].Dimensions.Skip(1)];
        outputs = new float[outputShape.Aggregate(static (count, length) => count * length)];
        input = OrtValue.CreateTensorValueFromMemory(inputs.Values.ToArray(), [.. inputs.Shape]);
        output = OrtValue.CreateTensorValueFromMemory(outputs, outputShape);
        binding.BindInput("input", input);
        binding.BindOutput("output", output);
    }

    public ReadOnlySpan<float> Outputs => outputs;

    public void Predict() => session.RunWithBinding(run, binding);

    public void Dispose()
    {
        binding.Dispose();
        output.Dispose();
        input.Dispose();
        run.Dispose();
        session.Dispose();
    }
}
