namespace NetGen.Experiments.Networks.Variants;

/// <summary>A block of 64-256-64: <c>W₂ gelu(W₁ rmsnorm(x) + b₁) + b₂</c>.</summary>
[Block]
[RmsNorm, Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)]
public sealed class FeedForward64;
