namespace NetGen.Experiments.Networks.Variants;

/// <summary><see cref="FeedForward256"/> with a gain of 1.7 alone: W₂ is not scaled on top.</summary>
[Block]
[RmsNorm, Linear(1024, Init = Init.LeCunNormal, InitScale = 1.7f), Gelu, Linear(256, Init = Init.LeCunNormal, InitScale = 1.7f)]
public sealed class UnscaledFeedForward256;

/// <summary><see cref="Plain256"/> with W₂ not scaled on top of the gain.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(256, Init = Init.LeCunNormal), Repeat<UnscaledFeedForward256>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class PlainUnscaled256;

/// <summary><see cref="Residual256"/> with W₂ not scaled on top of the gain.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(256, Init = Init.LeCunNormal), Repeat<UnscaledFeedForward256>(50, Residual = true)]
[Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class ResidualUnscaled256;
