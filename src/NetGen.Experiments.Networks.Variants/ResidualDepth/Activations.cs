namespace NetGen.Experiments.Networks.Variants;

// Without shortcuts ReLU makes inputs alike: that is compared.
#pragma warning disable NETGEN041

/// <summary>A block of 64-256-64 with ReLU, its weights starting as in <see cref="FeedForward64"/>.</summary>
[Block]
[RmsNorm, Linear(256, Init = Init.LeCunNormal, InitScale = 1.7f), ReLU, Linear(64, Init = Init.LeCunNormal, InitScale = 1.7f * 0.14142136f)]
public sealed class ReLU64;

/// <summary>A block of 64-256-64 with the hyperbolic tangent, its weights starting as in <see cref="FeedForward64"/>.</summary>
[Block]
[RmsNorm, Linear(256, Init = Init.LeCunNormal, InitScale = 1.7f), Tanh, Linear(64, Init = Init.LeCunNormal, InitScale = 1.7f * 0.14142136f)]
public sealed class Tanh64;

/// <summary>50 blocks with ReLU.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<ReLU64>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class PlainReLU;

/// <summary>50 residual blocks with ReLU.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<ReLU64>(50, Residual = true), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class ResidualReLU;

/// <summary>50 blocks with the hyperbolic tangent.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<Tanh64>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class PlainTanh;

/// <summary>50 residual blocks with the hyperbolic tangent.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<Tanh64>(50, Residual = true), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class ResidualTanh;
