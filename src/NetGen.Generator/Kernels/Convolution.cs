using NetGen.Generator.Graphs;

namespace NetGen.Generator.Kernels;

/// <summary><c>W ∗ x + b</c>: what the window sees of an image times the weights, for each place that it stands at.</summary>
/// <param name="HasBias">Whether sums start at <c>b</c>, else at zero.</param>
/// <param name="Packed">Whether the pixels of <c>x</c> lie behind each other without padding.</param>
internal sealed record Convolution(bool HasBias, bool Packed = false) : ConvolutionProduct
{
    public override string Name => (Packed ? "Packed" : "") + (HasBias ? "Convolution" : "ConvolutionNoBias");

    public override Product OverPackedRows => this with { Packed = true };

    public override bool IsGradient => false;

    public override string Correlation => "Correlation.Forward(window, inputs)";

    public override string SourceStride => Packed ? Contracted : base.SourceStride;

    public override string Columns => "outputs";

    public override string Contracted => "inputs";

    public override IReadOnlyList<string> Weights => HasBias ? ["weight", "bias"] : ["weight"];

    public override string Source => "x";

    public override Product? WithBias => HasBias ? null : this with { HasBias = true };

    public override string PanelOrigin =>
        $"ref Unsafe.Add(ref p, weight + panel * {TileWriter.PanelWidth} * (nint)(window.Taps * inputs) + {TileWriter.PartOfPanel})";

    public override int ScratchOf(KernelCall call, Graph graph) =>
        checked((int)Generator.Correlation.Forward(call.Window, DimensionsOf(call, graph)[0]).ScratchLength);

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) =>
        $"{weights[0]}∗{source}" + (HasBias ? " + " + weights[1] : "");
}
