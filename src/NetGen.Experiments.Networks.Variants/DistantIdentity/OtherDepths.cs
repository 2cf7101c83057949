namespace NetGen.Experiments.Networks.Variants;

// Their gradients are to vanish, the deeper the more: Distant Identity draws that curve.
#pragma warning disable NETGEN037, NETGEN041

/// <summary><see cref="PlainMLP"/> with 2 layers, weights scaled by 1/√2 at the start.</summary>
[Mlp(Width = 64, Depth = 2, InitScale = 0.70710678f, InputStd = 0.57735f)]
public sealed partial class PlainMLP2;

/// <summary><see cref="ResMLP"/> with 2 layers, weights scaled by 1/√2 at the start.</summary>
[Mlp(Width = 64, Depth = 2, Residual = true, InitScale = 0.70710678f, InputStd = 0.57735f)]
public sealed partial class ResMLP2;

/// <summary><see cref="PlainMLP"/> with 5 layers, weights scaled by 1/√5 at the start.</summary>
[Mlp(Width = 64, Depth = 5, InitScale = 0.4472136f, InputStd = 0.57735f)]
public sealed partial class PlainMLP5;

/// <summary><see cref="ResMLP"/> with 5 layers, weights scaled by 1/√5 at the start.</summary>
[Mlp(Width = 64, Depth = 5, Residual = true, InitScale = 0.4472136f, InputStd = 0.57735f)]
public sealed partial class ResMLP5;

/// <summary><see cref="PlainMLP"/> with 10 layers, weights scaled by 1/√10 at the start.</summary>
[Mlp(Width = 64, Depth = 10, InitScale = 0.31622777f, InputStd = 0.57735f)]
public sealed partial class PlainMLP10;

/// <summary><see cref="ResMLP"/> with 10 layers, weights scaled by 1/√10 at the start.</summary>
[Mlp(Width = 64, Depth = 10, Residual = true, InitScale = 0.31622777f, InputStd = 0.57735f)]
public sealed partial class ResMLP10;

/// <summary><see cref="PlainMLP"/> with 50 layers, weights scaled by 1/√50 at the start.</summary>
[Mlp(Width = 64, Depth = 50, InitScale = 0.14142136f, InputStd = 0.57735f)]
public sealed partial class PlainMLP50;

/// <summary><see cref="ResMLP"/> with 50 layers, weights scaled by 1/√50 at the start.</summary>
[Mlp(Width = 64, Depth = 50, Residual = true, InitScale = 0.14142136f, InputStd = 0.57735f)]
public sealed partial class ResMLP50;

/// <summary><see cref="PlainMLP"/> with 100 layers, weights scaled by 1/√100 at the start.</summary>
[Mlp(Width = 64, Depth = 100, InitScale = 0.1f, InputStd = 0.57735f)]
public sealed partial class PlainMLP100;

/// <summary><see cref="ResMLP"/> with 100 layers, weights scaled by 1/√100 at the start.</summary>
[Mlp(Width = 64, Depth = 100, Residual = true, InitScale = 0.1f, InputStd = 0.57735f)]
public sealed partial class ResMLP100;
