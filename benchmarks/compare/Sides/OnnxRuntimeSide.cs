using NetGen.Compare.Works;

namespace NetGen.Compare.Sides;

/// <summary>ONNX Runtime through its C functions, on the file that PyTorch exported.</summary>
internal sealed class OnnxRuntimeSide()
    : Side("ONNX Runtime", "npm install --prefix benchmarks/compare --no-save --ignore-scripts onnxruntime-node, and PyTorch, which writes the ONNX files")
{
    public override bool Does(Work work) => work.Group == WorkGroup.Prediction;

    public override IReadOnlyList<string> Command(Work work, string folder, int threads) => Self(Name, work, folder, threads);
}
