namespace NetGen.Generator.Kernels;

/// <summary><c>x Wᵀ + b</c>, a row for each example.</summary>
/// <param name="HasBias">Whether sums start at <c>b</c>, else at zero.</param>
/// <param name="Packed">Whether the rows of <c>x</c> lie behind each other without padding.</param>
internal sealed record Linear(bool HasBias, bool Packed = false) : TiledProduct
{
    public override string Name => (Packed ? "Packed" : "") + (HasBias ? "Linear" : "LinearNoBias");

    public override Product OverPackedRows => this with { Packed = true };

    public override string SourceStride => Packed ? Contracted : base.SourceStride;

    public override string Columns => "outputs";

    public override string Contracted => "inputs";

    public override IReadOnlyList<string> Weights => HasBias ? ["weight", "bias"] : ["weight"];

    public override string Source => "x";

    public override Product? WithBias => HasBias ? null : this with { HasBias = true };

    public override bool TakesFewRowsWide => true;

    public override bool Prefetches => true;

    public override string? PanelHead => null;

    public override string PanelOrigin =>
        $"ref Unsafe.Add(ref p, weight + panel * {TileWriter.PanelWidth} * (nint)inputs + {TileWriter.PartOfPanel})";

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) =>
        $"{source}·{weights[0]}ᵀ" + (HasBias ? " + " + weights[1] : "");
}
