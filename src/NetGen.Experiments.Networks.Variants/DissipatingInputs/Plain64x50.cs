namespace NetGen.Experiments.Networks.Variants;

// They are to dissipate their inputs: the experiment looks at how.
#pragma warning disable NETGEN037, NETGEN041

/// <summary>50 layers of 64, <c>ReLU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeReLU64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainReLU64x50;

/// <summary>50 layers of 64, <c>LeakyReLU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeLeakyReLU64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainLeakyReLU64x50;

/// <summary>50 layers of 64, <c>PReLU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HePReLU64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainPReLU64x50;

/// <summary>50 layers of 64, <c>GELU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeGelu64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainGelu64x50;

/// <summary>50 layers of 64, <c>tanh(W x + b)</c>, and a linear output.</summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<HeTanh64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainTanh64x50;
