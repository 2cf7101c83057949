namespace NetGen.Experiments.Networks.Variants;

// The question is what becomes of 50 blocks without a norm.
#pragma warning disable NETGEN037, NETGEN038, NETGEN041

/// <summary>50 blocks without any norm, W₂ not scaled on top of the gain.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<UnscaledNormless64>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class PlainNoNorm;

/// <summary>50 residual blocks without any norm.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<Normless64>(50, Residual = true), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class ResidualNoNorm;

/// <summary>50 blocks behind a single norm, W₂ not scaled on top of the gain.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), RmsNorm, Repeat<UnscaledNormless64>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class PlainNormBefore;

/// <summary>50 residual blocks behind a single norm.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), RmsNorm, Repeat<Normless64>(50, Residual = true)]
[Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class ResidualNormBefore;

/// <summary>50 blocks in front of a single norm, W₂ not scaled on top of the gain.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<UnscaledNormless64>(50), RmsNorm, Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class PlainNormAfter;

/// <summary>50 residual blocks in front of a single norm.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<Normless64>(50, Residual = true), RmsNorm]
[Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class ResidualNormAfter;
