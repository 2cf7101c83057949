namespace NetGen.Generator;

/// <summary>The hyperbolic tangent; <c>tanh'(z) = 1 - tanh(z)²</c>.</summary>
internal sealed record Tanh() : ActivationFunction("Tanh", "Tanh");
