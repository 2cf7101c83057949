namespace NetGen.Experiments.Networks.Variants;

/// <summary>
/// A block of 64-256-64 without a norm: <c>W₂ gelu(W₁ x + b₁) + b₂</c>. Weights start as in <see cref="FeedForward64"/>.
/// </summary>
[Block]
[Linear(256, Init = Init.LeCunNormal, InitScale = 1.7f), Gelu, Linear(64, Init = Init.LeCunNormal, InitScale = 1.7f * 0.14142136f)]
public sealed class Normless64;

/// <summary><see cref="Normless64"/> with W₂ not scaled on top of the gain.</summary>
[Block]
[Linear(256, Init = Init.LeCunNormal, InitScale = 1.7f), Gelu, Linear(64, Init = Init.LeCunNormal, InitScale = 1.7f)]
public sealed class UnscaledNormless64;

/// <summary><see cref="Normless64"/> with a gain of 1 and W₂ not scaled on top.</summary>
[Block]
[Linear(256, Init = Init.LeCunNormal), Gelu, Linear(64, Init = Init.LeCunNormal)]
public sealed class UnitNormless64;
