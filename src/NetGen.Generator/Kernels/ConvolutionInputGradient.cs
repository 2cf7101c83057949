namespace NetGen.Generator.Kernels;

/// <summary><c>dz ∗ Wᵀ</c>: a row for each pixel that came in, what all windows over it took of it.</summary>
internal sealed record ConvolutionInputGradient : WindowedProduct
{
    public override string Name => "ConvolutionInputGradient";

    public override string Columns => "inputs";

    public override IReadOnlyList<string> Weights => ["weight"];

    public override string Source => "dz";

    public override bool IsSum => true;

    public override string ResultRows => "rows.Times(window.Positions)";

    public override string Describe(string source, IReadOnlyList<string> weights, IReadOnlyList<string> operands) =>
        $"{source}∗{weights[0]}ᵀ";
}
