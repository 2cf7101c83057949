namespace NetGen.Experiments.Networks;

/// <summary>
/// A residual network (He et al. 2016) of a convolution, three blocks of two, at 16, 32 and 64 channels, and a dense layer: batch norm
/// behind every convolution, and a projection around each block that makes the image smaller.
/// </summary>
[Network(Input = 1, Height = 28, Width = 28)]
[Conv2d(16, Bias = false), BatchNorm2d, ReLU]
[Use<ResNetBlock16>(Residual = true), ReLU]                     // 28 × 28 × 16
[Use<ResNetBlock32>(Residual = true, Projection = true), ReLU]  // 14 × 14 × 32
[Use<ResNetBlock64>(Residual = true, Projection = true), ReLU]  // 7 × 7 × 64
[GlobalAvgPool, Linear(10)]
public sealed partial class ResNet8;

/// <summary>Two convolutions of 16 channels.</summary>
[Block]
[Conv2d(16, Bias = false), BatchNorm2d, ReLU, Conv2d(16, Bias = false), BatchNorm2d]
public sealed class ResNetBlock16;

/// <summary>Two convolutions of 32 channels; the first one makes the image half as high and wide.</summary>
[Block]
[Conv2d(32, Stride = 2, Bias = false), BatchNorm2d, ReLU, Conv2d(32, Bias = false), BatchNorm2d]
public sealed class ResNetBlock32;

/// <summary>The same of 64 channels.</summary>
[Block]
[Conv2d(64, Stride = 2, Bias = false), BatchNorm2d, ReLU, Conv2d(64, Bias = false), BatchNorm2d]
public sealed class ResNetBlock64;
