namespace NetGen.Generator;

/// <summary><c>z (1 + tanh(√(2/π) (z + 0.044715 z³))) / 2</c>, which is near <c>GELU(z)</c>.</summary>
internal sealed record GeluTanh() : ActivationFunction("GELUTanh", "GeluByTanh");
