using NetGen.Generator.Graphs;

namespace NetGen.Generator.Kernels;

/// <summary>A product whose window stands on images: its rows are examples, and it walks over their pixels itself.</summary>
internal abstract record WindowedProduct : Product
{
    public override IReadOnlyList<string> Dimensions => ["inputs", "outputs"];

    public override bool TakesWindow => true;

    public override bool UsesScratch => true;

    public override IReadOnlyList<int> DimensionsOf(KernelCall call, Graph graph) => MatrixOf(graph[call.Weights[0]].Shape!);

    public override void Write(KernelWriter writer, Kernel kernel) => throw new NotImplementedException($"{Name} is not written yet.");
}
