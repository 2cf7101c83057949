namespace NetGen.Generator;

/// <summary><c>GELU(z) = z Φ(z)</c>; <c>GELU'(z) = Φ(z) + z φ(z)</c>, with Φ and φ of the normal distribution.</summary>
internal sealed record Gelu() : ActivationFunction("GELU", "Gelu");
