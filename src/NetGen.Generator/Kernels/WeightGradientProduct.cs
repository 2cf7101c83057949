using NetGen.Generator.Graphs;

namespace NetGen.Generator.Kernels;

/// <summary>
/// The gradient of a weight, a sum over all rows in their order, and with it the sum of <c>dz</c> for the bias. Panels are handed over as
/// soon as they are finished, unless the weight is shared: then sums go on where the use before left them, as if all batches were one.
/// </summary>
/// <param name="HasBias">Whether there is a bias.</param>
/// <param name="Shared">Whether it is added to the gradients from other uses of the weight.</param>
/// <param name="Packed">Whether the rows of <c>x</c> lie behind each other without padding.</param>
internal abstract record WeightGradientProduct(bool HasBias, bool Shared, bool Packed) : Product
{
    public sealed override string Name => (Packed ? "Packed" : "") + (Shared ? "Shared" : "") + Kind + (HasBias ? "" : "NoBias");

    public sealed override IReadOnlyList<string> Dimensions => ["inputs", "outputs"];

    public sealed override string Columns => "outputs";

    public sealed override IReadOnlyList<string> Weights => HasBias ? ["weight", "bias"] : ["weight"];

    public sealed override bool SumsOverRows => true;

    public sealed override bool HandsOver => !Shared;

    public sealed override string Source => "x";

    public sealed override IReadOnlyList<OperandSlot> Operands => [new OperandSlot("dz", OperandKind.Rows)];

    public sealed override Product OverPackedRows => this with { Packed = true };

    public sealed override Product OverSeveralUses => this with { Shared = true };

    public sealed override Product? WithBias => HasBias ? null : this with { HasBias = true };

    /// <summary>Its name, whatever it is over.</summary>
    protected abstract string Kind { get; }

    public sealed override IReadOnlyList<int> DimensionsOf(KernelCall call, Graph graph) => MatrixOf(graph[call.Weights[0]].Shape!);

    public sealed override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands)
    {
        string sign = Shared ? "+=" : "=";
        return $"d{weights[0]} {sign} {Formula(operands[0], source)}" + (HasBias ? $", d{weights[1]} {sign} Σ {operands[0]}" : "");
    }

    /// <summary>
    /// Whether sums begin, in code: where the rows begin, unless there are sums from other uses or from an earlier part of the batch.
    /// </summary>
    /// <param name="rowsBegin">Whether these are the first rows.</param>
    public string IsFirst(string rowsBegin) => Shared ? "false" : $"{rowsBegin} && !rows.GoesOn";

    /// <summary>What it computes of the gradient of the outputs and of the inputs.</summary>
    protected abstract string Formula(string gradient, string source);
}
