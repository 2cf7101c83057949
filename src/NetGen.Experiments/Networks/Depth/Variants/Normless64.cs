namespace NetGen.Experiments.Networks.Variants;

/// <summary>A block of 64-256-64 without a norm: <c>W₂ gelu(W₁ x + b₁) + b₂</c>.</summary>
[Block]
[Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)]
public sealed class Normless64;
