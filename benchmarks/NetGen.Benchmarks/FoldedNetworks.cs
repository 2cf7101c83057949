namespace NetGen.Benchmarks;

/// <summary>RepVGG (Ding et al. 2021) with the depth and the widths of a ResNet-20.</summary>
[Network(Input = 3, Height = 32, Width = 32, Fold = true)]
[Conv2d(16, Bias = false), BatchNorm2d, ReLU]
[Repeat<RepVgg16>(6), Use<RepVggDown32>, Repeat<RepVgg32>(5), Use<RepVggDown64>, Repeat<RepVgg64>(5)]
[GlobalAvgPool, Linear(10)]
internal sealed partial class RepVgg20;

[Block, Parallel<RepVgg16Three, RepVgg16Rest>, ReLU]
internal sealed class RepVgg16;

[Block, Conv2d(16, Bias = false), BatchNorm2d]
internal sealed class RepVgg16Three;

[Block, Parallel<RepVgg16One, RepVggStraight>]
internal sealed class RepVgg16Rest;

[Block, Conv2d(16, Kernel = 1, Bias = false), BatchNorm2d]
internal sealed class RepVgg16One;

[Block, BatchNorm2d]
internal sealed class RepVggStraight;

[Block, Parallel<RepVggDown32Three, RepVggDown32One>, ReLU]
internal sealed class RepVggDown32;

[Block, Conv2d(32, Stride = 2, Bias = false), BatchNorm2d]
internal sealed class RepVggDown32Three;

[Block, Conv2d(32, Kernel = 1, Stride = 2, Bias = false), BatchNorm2d]
internal sealed class RepVggDown32One;

[Block, Parallel<RepVgg32Three, RepVgg32Rest>, ReLU]
internal sealed class RepVgg32;

[Block, Conv2d(32, Bias = false), BatchNorm2d]
internal sealed class RepVgg32Three;

[Block, Parallel<RepVgg32One, RepVggStraight>]
internal sealed class RepVgg32Rest;

[Block, Conv2d(32, Kernel = 1, Bias = false), BatchNorm2d]
internal sealed class RepVgg32One;

[Block, Parallel<RepVggDown64Three, RepVggDown64One>, ReLU]
internal sealed class RepVggDown64;

[Block, Conv2d(64, Stride = 2, Bias = false), BatchNorm2d]
internal sealed class RepVggDown64Three;

[Block, Conv2d(64, Kernel = 1, Stride = 2, Bias = false), BatchNorm2d]
internal sealed class RepVggDown64One;

[Block, Parallel<RepVgg64Three, RepVgg64Rest>, ReLU]
internal sealed class RepVgg64;

[Block, Conv2d(64, Bias = false), BatchNorm2d]
internal sealed class RepVgg64Three;

[Block, Parallel<RepVgg64One, RepVggStraight>]
internal sealed class RepVgg64Rest;

[Block, Conv2d(64, Kernel = 1, Bias = false), BatchNorm2d]
internal sealed class RepVgg64One;

/// <summary>A ResNet-20 (He et al. 2016) with projections where it grows.</summary>
[Network(Input = 3, Height = 32, Width = 32, Fold = true)]
[Conv2d(16, Bias = false), BatchNorm2d, ReLU]
[Repeat<ResNet16>(3), Use<ResNetDown32>, Repeat<ResNet32>(2), Use<ResNetDown64>, Repeat<ResNet64>(2)]
[GlobalAvgPool, Linear(10)]
internal sealed partial class FoldedResNet20;

[Block, Use<ResNetPair16>(Residual = true), ReLU]
internal sealed class ResNet16;

[Block, Conv2d(16, Bias = false), BatchNorm2d, ReLU, Conv2d(16, Bias = false), BatchNorm2d]
internal sealed class ResNetPair16;

[Block, Use<ResNetPairDown32>(Residual = true, Projection = true), ReLU]
internal sealed class ResNetDown32;

[Block, Conv2d(32, Stride = 2, Bias = false), BatchNorm2d, ReLU, Conv2d(32, Bias = false), BatchNorm2d]
internal sealed class ResNetPairDown32;

[Block, Use<ResNetPair32>(Residual = true), ReLU]
internal sealed class ResNet32;

[Block, Conv2d(32, Bias = false), BatchNorm2d, ReLU, Conv2d(32, Bias = false), BatchNorm2d]
internal sealed class ResNetPair32;

[Block, Use<ResNetPairDown64>(Residual = true, Projection = true), ReLU]
internal sealed class ResNetDown64;

[Block, Conv2d(64, Stride = 2, Bias = false), BatchNorm2d, ReLU, Conv2d(64, Bias = false), BatchNorm2d]
internal sealed class ResNetPairDown64;

[Block, Use<ResNetPair64>(Residual = true), ReLU]
internal sealed class ResNet64;

[Block, Conv2d(64, Bias = false), BatchNorm2d, ReLU, Conv2d(64, Bias = false), BatchNorm2d]
internal sealed class ResNetPair64;
