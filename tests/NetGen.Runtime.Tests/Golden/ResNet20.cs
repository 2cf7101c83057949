namespace NetGen.Runtime.Tests;

// golden_resnet20.py has the same network in PyTorch.

/// <summary>The residual network of 20 layers of He et al. (2016); where they pad channels with zeros, a projection bridges them.</summary>
[Network(Input = 3, Height = 32, Width = 32, Fold = true)]
[Conv2d(16, Bias = false), BatchNorm2d, ReLU]
[Repeat<ResNet20Unit16>(3)]
[Use<ResNet20Down32>(Residual = true, Projection = true), ReLU]
[Repeat<ResNet20Unit32>(2)]
[Use<ResNet20Down64>(Residual = true, Projection = true), ReLU]
[Repeat<ResNet20Unit64>(2)]
[GlobalAvgPool, Linear(10)]
public sealed partial class ResNet20;

[Block, Use<ResNet20Pair16>(Residual = true), ReLU]
internal sealed class ResNet20Unit16;

[Block, Use<ResNet20Pair32>(Residual = true), ReLU]
internal sealed class ResNet20Unit32;

[Block, Use<ResNet20Pair64>(Residual = true), ReLU]
internal sealed class ResNet20Unit64;

[Block, Conv2d(16, Bias = false), BatchNorm2d, ReLU, Conv2d(16, Bias = false), BatchNorm2d]
internal sealed class ResNet20Pair16;

[Block, Conv2d(32, Stride = 2, Bias = false), BatchNorm2d, ReLU, Conv2d(32, Bias = false), BatchNorm2d]
internal sealed class ResNet20Down32;

[Block, Conv2d(32, Bias = false), BatchNorm2d, ReLU, Conv2d(32, Bias = false), BatchNorm2d]
internal sealed class ResNet20Pair32;

[Block, Conv2d(64, Stride = 2, Bias = false), BatchNorm2d, ReLU, Conv2d(64, Bias = false), BatchNorm2d]
internal sealed class ResNet20Down64;

[Block, Conv2d(64, Bias = false), BatchNorm2d, ReLU, Conv2d(64, Bias = false), BatchNorm2d]
internal sealed class ResNet20Pair64;
