namespace NetGen.Experiments.Networks.Variants;

/// <summary>
/// A block of 64-256-64: <c>W₂ gelu(W₁ rmsnorm(x) + b₁) + b₂</c>. Weights start with a gain of 1.7, W₂ smaller by 1/√50 on top.
/// </summary>
[Block]
[RmsNorm, Linear(256, Init = Init.LeCunNormal, InitScale = 1.7f), Gelu, Linear(64, Init = Init.LeCunNormal, InitScale = 1.7f * 0.14142136f)]
public sealed class FeedForward64;

/// <summary><see cref="FeedForward64"/> among 100: W₂ starts smaller by 1/√100.</summary>
[Block]
[RmsNorm, Linear(256, Init = Init.LeCunNormal, InitScale = 1.7f), Gelu, Linear(64, Init = Init.LeCunNormal, InitScale = 1.7f * 0.1f)]
public sealed class FeedForward64Of100;

/// <summary><see cref="FeedForward64"/> with W₂ not scaled on top of the gain.</summary>
[Block]
[RmsNorm, Linear(256, Init = Init.LeCunNormal, InitScale = 1.7f), Gelu, Linear(64, Init = Init.LeCunNormal, InitScale = 1.7f)]
public sealed class UnscaledFeedForward64;

/// <summary><see cref="FeedForward64"/> with a gain of 1.</summary>
[Block]
[RmsNorm, Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal, InitScale = 0.14142136f)]
public sealed class GentleFeedForward64;

/// <summary><see cref="FeedForward64"/> with a gain of 1 and W₂ not scaled on top.</summary>
[Block]
[RmsNorm, Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)]
public sealed class UnitFeedForward64;

/// <summary>
/// <see cref="FeedForward64"/> with W₂ = 0 at the start: drawn and multiplied by 0, so that what is drawn behind it is the same.
/// </summary>
[Block]
[RmsNorm, Linear(256, Init = Init.LeCunNormal, InitScale = 1.7f), Gelu, Linear(64, Init = Init.LeCunNormal, InitScale = 0f)]
public sealed class ZeroFeedForward64;
