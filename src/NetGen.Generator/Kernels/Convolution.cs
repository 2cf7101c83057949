namespace NetGen.Generator.Kernels;

/// <summary><c>x ∗ W + b</c>: a row for each pixel that goes out, the sum over the taps of the window around it.</summary>
/// <param name="HasBias">Whether sums start at <c>b</c>, else at zero.</param>
/// <param name="Packed">Whether the pixels of <c>x</c> lie behind each other without padding.</param>
internal sealed record Convolution(bool HasBias, bool Packed = false) : WindowedProduct
{
    public override string Name => (Packed ? "Packed" : "") + (HasBias ? "Convolution" : "ConvolutionNoBias");

    public override string Columns => "outputs";

    public override IReadOnlyList<string> Weights => HasBias ? ["weight", "bias"] : ["weight"];

    public override string Source => "x";

    public override bool IsSum => true;

    public override Product? WithBias => HasBias ? null : this with { HasBias = true };

    public override Product OverPackedRows => this with { Packed = true };

    public override string ResultRows => "rows.Times(window.OutPositions)";

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) =>
        $"{source}∗{weights[0]}" + (HasBias ? " + " + weights[1] : "");
}
