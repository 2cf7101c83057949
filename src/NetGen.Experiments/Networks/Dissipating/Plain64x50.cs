namespace NetGen.Experiments.Networks.Variants;

// How inputs dissipate is what is looked at.
#pragma warning disable NETGEN037, NETGEN041

/// <summary>50 layers of 64, <c>ReLU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 64)]
[Repeat<HeReLU64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainReLU64x50;

/// <summary>50 layers of 64, <c>LeakyReLU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 64)]
[Repeat<HeLeakyReLU64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainLeakyReLU64x50;

/// <summary>50 layers of 64, <c>PReLU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 64)]
[Repeat<HePReLU64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainPReLU64x50;

/// <summary>50 layers of 64, <c>GELU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 64)]
[Repeat<HeGelu64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainGelu64x50;

/// <summary>50 layers of 64, <c>tanh(W x + b)</c>, and a linear output.</summary>
[Network(Input = 64)]
[Repeat<HeTanh64>(50), Linear(64, Init = Init.LeCunNormal)]
public sealed partial class PlainTanh64x50;
