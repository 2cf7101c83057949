namespace NetGen.Experiments.Networks.Variants;

/// <summary>A Linear of 64, <c>W x + b</c>.</summary>
[Block, Linear(64)]
public sealed class HeLinear64;

/// <summary><c>ReLU(W x + b)</c>.</summary>
[Block, Linear(64), ReLU]
public sealed class HeReLU64;

/// <summary><c>LeakyReLU(W x + b)</c>.</summary>
[Block, Linear(64), LeakyReLU(0.01f)]
public sealed class HeLeakyReLU64;

/// <summary><c>PReLU(W x + b)</c>.</summary>
[Block, Linear(64), PReLU]
public sealed class HePReLU64;

/// <summary><c>GELU(W x + b)</c>.</summary>
[Block, Linear(64), Gelu]
public sealed class HeGelu64;

/// <summary><c>tanh(W x + b)</c>.</summary>
[Block, Linear(64), Tanh]
public sealed class HeTanh64;

/// <summary><c>ReLU(x + W x + b)</c>.</summary>
[Block, Use<HeLinear64>(Residual = true), ReLU]
public sealed class HeAddReLU64;

/// <summary><c>LeakyReLU(x + W x + b)</c>.</summary>
[Block, Use<HeLinear64>(Residual = true), LeakyReLU(0.01f)]
public sealed class HeAddLeakyReLU64;

/// <summary><c>PReLU(x + W x + b)</c>.</summary>
[Block, Use<HeLinear64>(Residual = true), PReLU]
public sealed class HeAddPReLU64;

/// <summary><c>GELU(x + W x + b)</c>.</summary>
[Block, Use<HeLinear64>(Residual = true), Gelu]
public sealed class HeAddGelu64;

/// <summary><c>tanh(x + W x + b)</c>.</summary>
[Block, Use<HeLinear64>(Residual = true), Tanh]
public sealed class HeAddTanh64;

/// <summary>A Linear of 64 that starts smaller by 1/√50.</summary>
[Block, Linear(64, InitScale = 0.141421356f)]
public sealed class HeScaledLinear64;

/// <summary>A Linear of 64 that starts at zero.</summary>
[Block, Linear(64, Init = Init.Zeros)]
public sealed class HeZeroLinear64;

/// <summary><c>ReLU(x + W x + b)</c>, where W starts smaller by 1/√50.</summary>
[Block, Use<HeScaledLinear64>(Residual = true), ReLU]
public sealed class HeScaledAdd64;

/// <summary><c>ReLU(x + W x + b)</c>, where W starts at zero.</summary>
[Block, Use<HeZeroLinear64>(Residual = true), ReLU]
public sealed class HeZeroAdd64;
