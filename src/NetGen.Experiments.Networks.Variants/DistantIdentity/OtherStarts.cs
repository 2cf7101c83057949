namespace NetGen.Experiments.Networks.Variants;

// Their signals are to vanish or explode: Distant Identity shows that the start decides it.
#pragma warning disable NETGEN037, NETGEN040

/// <summary><see cref="PlainMLP"/> with Kaiming normal weights as they are.</summary>
[Mlp(Width = 64, Depth = 20, InputStd = 0.57735f)]
public sealed partial class RawPlainMLP;

/// <summary><see cref="ResMLP"/> with Kaiming normal weights as they are.</summary>
[Mlp(Width = 64, Depth = 20, Residual = true, InputStd = 0.57735f)]
public sealed partial class RawResMLP;

/// <summary><see cref="PlainMLP"/> with weights scaled by 0.1 at the start.</summary>
[Mlp(Width = 64, Depth = 20, InitScale = 0.1f, InputStd = 0.57735f)]
public sealed partial class SmallPlainMLP;

/// <summary><see cref="ResMLP"/> with weights scaled by 0.1 at the start.</summary>
[Mlp(Width = 64, Depth = 20, Residual = true, InitScale = 0.1f, InputStd = 0.57735f)]
public sealed partial class SmallResMLP;
