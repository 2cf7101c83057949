using NetGen.Compare.Native;
using NetGen.Compare.Works;

namespace NetGen.Compare.Sides;

/// <summary>ONNX Runtime through its C functions, on the file that PyTorch exported.</summary>
internal sealed class OnnxRuntimeSide()
    : ManagedSide(
        "ONNX Runtime",
        "npm install --prefix benchmarks/compare --no-save --ignore-scripts onnxruntime-node, and PyTorch, which writes the ONNX files")
{
    public override bool Does(Work work) => work.Group == WorkGroup.Prediction;

    public override Subject Start(Work work, SafetensorsFile start, string folder, int threads) =>
        OnnxRuntime.Start(OnnxFiles.Find(folder), start, work.OutputWidth, threads);
}
