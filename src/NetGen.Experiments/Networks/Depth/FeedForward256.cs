namespace NetGen.Experiments.Networks;

/// <summary>A block of 256-1024-256: <c>W₂ gelu(W₁ rmsnorm(x) + b₁) + b₂</c>.</summary>
[Block]
[RmsNorm, Linear(1024, Init = Init.LeCunNormal), Gelu, Linear(256, Init = Init.LeCunNormal)]
public sealed class FeedForward256;
