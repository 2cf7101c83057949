using NetGen.Generator.Graphs;

namespace NetGen.Generator.Kernels;

/// <summary>
/// The gradients of the weight and the bias of a convolution, panel by panel: sums over all pixels of all images, in their order. Where
/// <paramref name="Shared"/>, they go on from where the use before left them.
/// </summary>
/// <param name="HasBias">Whether there is a bias.</param>
/// <param name="Shared">Whether it is added to the gradients from other uses of the weight.</param>
/// <param name="Packed">Whether the pixels of <c>x</c> lie behind each other without padding.</param>
internal sealed record ConvolutionWeightGradient(bool HasBias, bool Shared, bool Packed = false) : Product
{
    public override string Name =>
        (Packed ? "Packed" : "") + (Shared ? "SharedConvolutionWeightGradient" : "ConvolutionWeightGradient") + (HasBias ? "" : "NoBias");

    public override IReadOnlyList<string> Dimensions => ["inputs", "outputs"];

    public override string Columns => "outputs";

    public override IReadOnlyList<string> Weights => HasBias ? ["weight", "bias"] : ["weight"];

    public override bool SumsOverRows => true;

    public override bool HandsOver => !Shared;

    public override bool UsesScratch => true;

    public override bool TakesWindow => true;

    public override bool TakesNarrowRowsWhole => true;

    public override string Source => "x";

    public override IReadOnlyList<OperandSlot> Operands => [new OperandSlot("dz", OperandKind.Rows)];

    public override Product OverPackedRows => this with { Packed = true };

    public override Product OverSeveralUses => this with { Shared = true };

    public override Product? WithBias => HasBias ? null : this with { HasBias = true };

    public override IReadOnlyList<int> DimensionsOf(KernelCall call, Graph graph) => MatrixOf(graph[call.Weights[0]].Shape!);

    public override int ScratchOf(KernelCall call, Graph graph) =>
        Correlation.Forward(call.Window, DimensionsOf(call, graph)[0]).ScratchLength;

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands)
    {
        string sign = Shared ? "+=" : "=";
        return $"d{weights[0]} {sign} {operands[0]}∗{source}" + (HasBias ? $", d{weights[1]} {sign} Σ {operands[0]}" : "");
    }

    public override void Write(KernelWriter writer, Kernel kernel) => new ConvolutionWeightGradientWriter(this, kernel, writer).Write();
}
