namespace NetGen.Generator.Graphs;

/// <summary>The hyperbolic tangent; <c>tanh'(z) = 1 - tanh(z)²</c>.</summary>
internal sealed record Tanh() : ActivationFunction("Tanh", "Tanh")
{
    public override double ValueAt(double z) => Math.Tanh(z);

    public override double SlopeAt(double z) => 1 - Math.Tanh(z) * Math.Tanh(z);
}
