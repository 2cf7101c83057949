using NetGen.Generator.Graphs;

namespace NetGen.Generator.Kernels;

/// <summary>
/// <c>Wᵀ ∗ dz</c>, the gradient of an image that a convolution takes: a panel of the taps, backwards and transposed, goes into scratch
/// right before it is used. With a stride there is a phase for every remainder of a pixel's row and column: its pixels see the same taps.
/// </summary>
internal sealed record ConvolutionInputGradient : ConvolutionProduct
{
    public override string Name => "ConvolutionInputGradient";

    public override bool IsGradient => true;

    public override string Correlation => "Correlation.InputGradient(window, outputs)";

    public override string Columns => "inputs";

    public override string Contracted => "outputs";

    public override IReadOnlyList<string> Weights => ["weight"];

    public override string Source => "dz";

    public override string PanelOrigin =>
        $"ref Unsafe.Add(ref s, images.Weights + phase.Weights + {TileWriter.PartOfPanel})";

    public override int ScratchOf(KernelCall call, Graph graph) =>
        checked((int)Generator.Correlation.InputGradient(call.Window, DimensionsOf(call, graph)[1]).ScratchLength);

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) =>
        $"{weights[0]}ᵀ∗{source}";
}
