using NetGen.Generator.Graphs;

namespace NetGen.Generator.Kernels;

/// <summary>The gradient of the weight of a convolution: rows are the pixels of all images.</summary>
internal sealed record ConvolutionWeightGradient(bool HasBias, bool Shared, bool Packed = false)
    : WeightGradientProduct(HasBias, Shared, Packed)
{
    public override bool UsesScratch => true;

    public override bool TakesWindow => true;

    public override bool TakesNarrowRowsWhole => true;

    protected override string Kind => "ConvolutionWeightGradient";

    public override int ScratchOf(KernelCall call, Graph graph)
    {
        IReadOnlyList<int> dimensions = DimensionsOf(call, graph);
        return checked((int)Correlation.WeightGradient(call.Window, dimensions[0], dimensions[1]).ScratchLength);
    }

    protected override string Formula(string gradient, string source) => $"{gradient}∗{source}";

    public override void Write(KernelWriter writer, Kernel kernel) => new ConvolutionWeightGradientWriter(this, kernel, writer).Write();
}
