namespace NetGen.Experiments.Networks.Variants;

// Scaled branches are compared with these unscaled ones.
#pragma warning disable NETGEN038

/// <summary>50 layers of 64, <c>ReLU(x + W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeAddReLU64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class ResidualReLU64x50;

/// <summary>50 layers of 64, <c>LeakyReLU(x + W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeAddLeakyReLU64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class ResidualLeakyReLU64x50;

/// <summary>50 layers of 64, <c>PReLU(x + W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeAddPReLU64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class ResidualPReLU64x50;

/// <summary>50 layers of 64, <c>GELU(x + W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeAddGelu64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class ResidualGelu64x50;

/// <summary>50 layers of 64, <c>tanh(x + W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeAddTanh64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class ResidualTanh64x50;

/// <summary>50 layers of 64, <c>ReLU(x + W x + b)</c> with W smaller by 1/√50 at the start, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeScaledAdd64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class ScaledResidualReLU64x50;

/// <summary>50 layers of 64, <c>ReLU(x + W x + b)</c> with W = 0 at the start, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeZeroAdd64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class ZeroStartResidualReLU64x50;
