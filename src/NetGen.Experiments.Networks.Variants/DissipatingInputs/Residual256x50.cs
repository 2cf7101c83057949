namespace NetGen.Experiments.Networks.Variants;

// Scaled branches are compared with these unscaled ones.
#pragma warning disable NETGEN038

/// <summary>50 layers of 256, <c>ReLU(x + W x + b)</c>, and a linear output.</summary>
[Network(Input = 256, InputStd = 0.57735f)]
[Repeat<HeAddReLU256>(50), Linear(256, Init = Init.LeCunNormal)]
public sealed partial class ResidualReLU256x50;

/// <summary>50 layers of 256, <c>LeakyReLU(x + W x + b)</c>, and a linear output.</summary>
[Network(Input = 256, InputStd = 0.57735f)]
[Repeat<HeAddLeakyReLU256>(50), Linear(256, Init = Init.LeCunNormal)]
public sealed partial class ResidualLeakyReLU256x50;

/// <summary>50 layers of 256, <c>PReLU(x + W x + b)</c>, and a linear output.</summary>
[Network(Input = 256, InputStd = 0.57735f)]
[Repeat<HeAddPReLU256>(50), Linear(256, Init = Init.LeCunNormal)]
public sealed partial class ResidualPReLU256x50;

/// <summary>50 layers of 256, <c>GELU(x + W x + b)</c>, and a linear output.</summary>
[Network(Input = 256, InputStd = 0.57735f)]
[Repeat<HeAddGelu256>(50), Linear(256, Init = Init.LeCunNormal)]
public sealed partial class ResidualGelu256x50;

/// <summary>50 layers of 256, <c>tanh(x + W x + b)</c>, and a linear output.</summary>
[Network(Input = 256, InputStd = 0.57735f)]
[Repeat<HeAddTanh256>(50), Linear(256, Init = Init.LeCunNormal)]
public sealed partial class ResidualTanh256x50;

/// <summary>50 layers of 256, <c>ReLU(x + W x + b)</c> with W smaller by 1/√50 at the start, and a linear output.</summary>
[Network(Input = 256, InputStd = 0.57735f)]
[Repeat<HeScaledAdd256>(50), Linear(256, Init = Init.LeCunNormal)]
public sealed partial class ScaledResidualReLU256x50;

/// <summary>50 layers of 256, <c>ReLU(x + W x + b)</c> with W = 0 at the start, and a linear output.</summary>
[Network(Input = 256, InputStd = 0.57735f)]
[Repeat<HeZeroAdd256>(50), Linear(256, Init = Init.LeCunNormal)]
public sealed partial class ZeroStartResidualReLU256x50;
