namespace NetGen.Generator.Kernels;

/// <summary><c>dzᵀ x</c>.</summary>
internal sealed record WeightGradient(bool HasBias, bool Shared, bool Packed = false) : WeightGradientProduct(HasBias, Shared, Packed)
{
    protected override string Kind => "WeightGradient";

    protected override string Formula(string gradient, string source) => $"{gradient}ᵀ·{source}";

    public override void Write(KernelWriter writer, Kernel kernel) => new WeightGradientWriter(this, kernel, writer).Write();
}
