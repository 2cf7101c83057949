using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;
using NetGen.Compare.Works;

namespace NetGen.Compare.Sides;

/// <summary>ONNX Runtime through its package for .NET, on the model that NetGen.Onnx saves.</summary>
internal sealed class OnnxRuntimeSide()
    : ManagedSide("ONNX Runtime", "a system that the package Microsoft.ML.OnnxRuntime has a native library for")
{
    public override bool Does(Work work) => work is IOnnxWork;

    public override Subject Start(Work work, SafetensorsFile start, string folder, int threads)
    {
        string version = Version();
        string model = Path.Combine(folder, "network.onnx");
        ((IOnnxWork)work).SaveOnnx(start, model);
        OnnxPrediction prediction = new(model, start.Tensors["input"], threads);
        prediction.Predict();
        return new Subject(version, "", prediction.Outputs.ToArray(), count =>
        {
            for (int i = 0; i < count; i++)
                prediction.Predict();
        }, prediction);
    }

    // The first call into the package loads its native library.
    private static string Version()
    {
        try
        {
            return OrtEnv.Instance().GetVersionString();
        }
        catch (TypeInitializationException exception) when (exception.InnerException is DllNotFoundException missing)
        {
            throw new DllNotFoundException(Reason(missing));
        }
    }

    // Behind the first line each place that was tried has its own: the library is not there, or, which tells more, does not load.
    private static string Reason(DllNotFoundException missing) => missing.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
        .FirstOrDefault(static line => !line.StartsWith('/') || !line.EndsWith(": No such file or directory", StringComparison.Ordinal))
        ?? $"expected a native library for {RuntimeInformation.RuntimeIdentifier} in its package";
}
