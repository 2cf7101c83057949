namespace NetGen.Experiments.Networks.Variants;

/// <summary>A Linear of 256, <c>W x + b</c>.</summary>
[Block, Linear(256)]
public sealed class HeLinear256;

/// <summary><c>ReLU(W x + b)</c>.</summary>
[Block, Linear(256), ReLU]
public sealed class HeReLU256;

/// <summary><c>LeakyReLU(W x + b)</c>.</summary>
[Block, Linear(256), LeakyReLU(0.01f)]
public sealed class HeLeakyReLU256;

/// <summary><c>PReLU(W x + b)</c>.</summary>
[Block, Linear(256), PReLU]
public sealed class HePReLU256;

/// <summary><c>GELU(W x + b)</c>.</summary>
[Block, Linear(256), Gelu]
public sealed class HeGelu256;

/// <summary><c>tanh(W x + b)</c>.</summary>
[Block, Linear(256), Tanh]
public sealed class HeTanh256;

/// <summary><c>ReLU(x + W x + b)</c>.</summary>
[Block, Use<HeLinear256>(Residual = true), ReLU]
public sealed class HeAddReLU256;

/// <summary><c>LeakyReLU(x + W x + b)</c>.</summary>
[Block, Use<HeLinear256>(Residual = true), LeakyReLU(0.01f)]
public sealed class HeAddLeakyReLU256;

/// <summary><c>PReLU(x + W x + b)</c>.</summary>
[Block, Use<HeLinear256>(Residual = true), PReLU]
public sealed class HeAddPReLU256;

/// <summary><c>GELU(x + W x + b)</c>.</summary>
[Block, Use<HeLinear256>(Residual = true), Gelu]
public sealed class HeAddGelu256;

/// <summary><c>tanh(x + W x + b)</c>.</summary>
[Block, Use<HeLinear256>(Residual = true), Tanh]
public sealed class HeAddTanh256;

/// <summary>A Linear of 256 that starts smaller by 1/√50.</summary>
[Block, Linear(256, InitScale = 0.141421356f)]
public sealed class HeScaledLinear256;

/// <summary>A Linear of 256 that starts at zero.</summary>
[Block, Linear(256, Init = Init.Zeros)]
public sealed class HeZeroLinear256;

/// <summary><c>ReLU(x + W x + b)</c>, where W starts smaller by 1/√50.</summary>
[Block, Use<HeScaledLinear256>(Residual = true), ReLU]
public sealed class HeScaledAdd256;

/// <summary><c>ReLU(x + W x + b)</c>, where W starts at zero.</summary>
[Block, Use<HeZeroLinear256>(Residual = true), ReLU]
public sealed class HeZeroAdd256;
