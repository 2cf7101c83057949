namespace NetGen.Generator.Graphs;

/// <summary>The logistic function <c>σ(z) = 1 / (1 + exp(-z))</c>; <c>σ'(z) = σ(z) (1 - σ(z))</c>.</summary>
internal sealed record Sigmoid() : ActivationFunction("Sigmoid", "Sigmoid")
{
    public override double ValueAt(double z) => 1 / (1 + Math.Exp(-z));

    public override double SlopeAt(double z) => ValueAt(z) * ValueAt(-z);
}
