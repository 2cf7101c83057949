namespace NetGen.Experiments.Networks.Variants;

// Without a shortcut a start at zero lets no signal through: its residual twin is compared with that.
#pragma warning disable NETGEN039

/// <summary><see cref="Plain64"/> with a gain of 1.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<GentleFeedForward64>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class PlainGentle64;

/// <summary><see cref="Residual64"/> with a gain of 1.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<GentleFeedForward64>(50, Residual = true)]
[Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class ResidualGentle64;

/// <summary><see cref="Plain64"/> with W₂ not scaled on top of the gain.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<UnscaledFeedForward64>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class PlainUnscaled64;

/// <summary><see cref="Residual64"/> with W₂ not scaled on top of the gain.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<UnscaledFeedForward64>(50, Residual = true)]
[Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class ResidualUnscaled64;

/// <summary><see cref="Plain64"/> with W₂ = 0 at the start.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<ZeroFeedForward64>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class PlainZero64;

/// <summary><see cref="Residual64"/> with W₂ = 0 at the start.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<ZeroFeedForward64>(50, Residual = true), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class ResidualZero64;
