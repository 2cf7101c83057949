namespace NetGen.Experiments.Networks.Variants;

// The experiment looks at unscaled branches, at every depth.
#pragma warning disable NETGEN040

/// <summary>5 layers of 64, <c>ReLU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeReLU64>(5), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainReLU64x5;

/// <summary>5 layers of 64, <c>ReLU(x + W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeAddReLU64>(5), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class ResidualReLU64x5;

/// <summary>20 layers of 64, <c>ReLU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeReLU64>(20), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainReLU64x20;

/// <summary>20 layers of 64, <c>ReLU(x + W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeAddReLU64>(20), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class ResidualReLU64x20;
