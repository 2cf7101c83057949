using NetGen.Generator.Graphs;

namespace NetGen.Generator.Kernels;

/// <summary>
/// <c>dzᵀ x</c>, a sum over all examples, and with it the sum of <c>dz</c> for the bias. Each panel is handed over as soon as it is
/// finished, unless the weight is shared: then sums go on where the use before left them, as if all batches were one.
/// </summary>
/// <param name="HasBias">Whether there is a bias.</param>
/// <param name="Shared">Whether it is added to the gradients from other uses of the weight.</param>
/// <param name="Packed">Whether the rows of <c>x</c> lie behind each other without padding.</param>
internal sealed record WeightGradient(bool HasBias, bool Shared, bool Packed = false) : Product
{
    public override string Name =>
        (Packed ? "Packed" : "") + (Shared ? "SharedWeightGradient" : "WeightGradient") + (HasBias ? "" : "NoBias");

    public override IReadOnlyList<string> Dimensions => ["inputs", "outputs"];

    public override string Columns => "outputs";

    public override IReadOnlyList<string> Weights => HasBias ? ["weight", "bias"] : ["weight"];

    public override bool SumsOverRows => true;

    public override bool HandsOver => !Shared;

    public override string Source => "x";

    public override IReadOnlyList<OperandSlot> Operands => [new OperandSlot("dz", OperandKind.Rows)];

    public override Product OverPackedRows => this with { Packed = true };

    public override Product OverSeveralUses => this with { Shared = true };

    public override Product? WithBias => HasBias ? null : this with { HasBias = true };

    public override IReadOnlyList<int> DimensionsOf(KernelCall call, Graph graph) => MatrixOf(graph[call.Weights[0]].Shape!);

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands)
    {
        string sign = Shared ? "+=" : "=";
        return $"d{weights[0]} {sign} {operands[0]}ᵀ·{source}" + (HasBias ? $", d{weights[1]} {sign} Σ {operands[0]}" : "");
    }

    public override void Write(KernelWriter writer, Kernel kernel) => new WeightGradientWriter(this, kernel, writer).Write();
}
