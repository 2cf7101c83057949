namespace NetGen.Generator.Graphs;

/// <summary><c>SiLU(z) = z σ(z)</c>; <c>SiLU'(z) = σ(z) (1 + z (1 - σ(z)))</c>.</summary>
internal sealed record SiLU() : ActivationFunction("SiLU", "SiLU")
{
    public override double ValueAt(double z) => z / (1 + Math.Exp(-z));

    public override double SlopeAt(double z) => (1 + z / (1 + Math.Exp(z))) / (1 + Math.Exp(-z));
}
