namespace NetGen.Experiments.Networks.Variants;

// They are to dissipate their inputs: the experiment looks at how.
#pragma warning disable NETGEN037, NETGEN041

/// <summary>50 layers of 256, <c>ReLU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 256, InputStd = 0.57735f)]
[Repeat<HeReLU256>(50), Linear(256, Init = Init.LeCunNormal)]
public sealed partial class PlainReLU256x50;

/// <summary>50 layers of 256, <c>LeakyReLU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 256, InputStd = 0.57735f)]
[Repeat<HeLeakyReLU256>(50), Linear(256, Init = Init.LeCunNormal)]
public sealed partial class PlainLeakyReLU256x50;

/// <summary>50 layers of 256, <c>PReLU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 256, InputStd = 0.57735f)]
[Repeat<HePReLU256>(50), Linear(256, Init = Init.LeCunNormal)]
public sealed partial class PlainPReLU256x50;

/// <summary>50 layers of 256, <c>GELU(W x + b)</c>, and a linear output.</summary>
[Network(Input = 256, InputStd = 0.57735f)]
[Repeat<HeGelu256>(50), Linear(256, Init = Init.LeCunNormal)]
public sealed partial class PlainGelu256x50;

/// <summary>50 layers of 256, <c>tanh(W x + b)</c>, and a linear output.</summary>
[Network(Input = 256, InputStd = 0.57735f)]
[Repeat<HeTanh256>(50), Linear(256, Init = Init.LeCunNormal)]
public sealed partial class PlainTanh256x50;
