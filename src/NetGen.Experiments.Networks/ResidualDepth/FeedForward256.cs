namespace NetGen.Experiments.Networks;

/// <summary>
/// A block of 256-1024-256: <c>W₂ gelu(W₁ rmsnorm(x) + b₁) + b₂</c>. Weights start with a gain of 1.7, W₂ smaller by 1/√50 on
/// top.
/// </summary>
[Block]
[RmsNorm, Linear(1024, Init = Init.LeCunNormal, InitScale = 1.7f), Gelu]
[Linear(256, Init = Init.LeCunNormal, InitScale = 1.7f * 0.14142136f)]
public sealed class FeedForward256;
