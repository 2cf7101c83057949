namespace NetGen.Experiments.Networks.Variants;

// The question is what becomes of 50 blocks without a norm.
#pragma warning disable NETGEN037

/// <summary><see cref="Plain64"/> with a gain of 1 and W₂ not scaled on top.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<UnitFeedForward64>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class PlainUnit64;

/// <summary><see cref="PlainNoNorm"/> with a gain of 1.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<UnitNormless64>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class PlainUnitNoNorm;

/// <summary><see cref="PlainNormBefore"/> with a gain of 1.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), RmsNorm, Repeat<UnitNormless64>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class PlainUnitNormBefore;

/// <summary><see cref="PlainNormAfter"/> with a gain of 1.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<UnitNormless64>(50), RmsNorm, Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class PlainUnitNormAfter;
