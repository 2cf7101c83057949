namespace NetGen.Compare;

// Every network here has its counterpart of the same name in pytorch/networks.py.

[Mlp(Width = 64, Depth = 20, Residual = true, InitScale = 0.2236068f)]
internal sealed partial class ResMlp;

[Mlp(Width = 64, Depth = 20)]
internal sealed partial class PlainMlp;

[Mlp(Width = 256, Depth = 20, Residual = true, InitScale = 0.2236068f)]
internal sealed partial class WideResMlp;

[Network(Input = 4)]
[Linear(32, Init = Init.XavierNormal), Tanh]
[Linear(16, Init = Init.XavierNormal), Tanh]
[Linear(4, Init = Init.XavierNormal)]
internal sealed partial class SmallTanh;

[Network(Input = 784)]
[Linear(128), ReLU, Linear(10)]
internal sealed partial class Classifier;

[Block]
[RmsNorm, Linear(1024, Init = Init.LeCunNormal), Gelu, Linear(256, Init = Init.LeCunNormal)]
internal sealed class FeedForward;

[Network(Input = 256)]
[Repeat<FeedForward>(50, Residual = true)]
internal sealed partial class DeepNet;

[Network(Input = 784), Linear(10)]
internal sealed partial class Linear784To10;

[Network(Input = 4), Linear(4)]
internal sealed partial class Linear4;

[Network(Input = 8), Linear(8)]
internal sealed partial class Linear8;

[Network(Input = 16), Linear(16)]
internal sealed partial class Linear16;

[Network(Input = 32), Linear(32)]
internal sealed partial class Linear32;

[Network(Input = 64), Linear(64)]
internal sealed partial class Linear64;

[Network(Input = 256), Linear(256)]
internal sealed partial class Linear256;

[Network(Input = 1024), Linear(1024)]
internal sealed partial class Linear1024;

[Network(Input = 1, Height = 28, Width = 28)]
[Conv2d(32), ReLU, MaxPool2d, Conv2d(64), ReLU, MaxPool2d]
[Flatten, Linear(128), ReLU, Linear(10)]
internal sealed partial class ConvNet;

[Network(Input = 1, Height = 28, Width = 28)]
[Conv2d(16, Bias = false), BatchNorm2d, ReLU]
[Use<ResNetBlock16>(Residual = true), ReLU]
[Use<ResNetEntry32>(Residual = true, Projection = true), ReLU]
[Use<ResNetEntry64>(Residual = true, Projection = true), ReLU]
[GlobalAvgPool, Linear(10)]
internal sealed partial class ResNet8;

[Network(Input = 3, Height = 32, Width = 32)]
[Conv2d(16, Bias = false), BatchNorm2d, ReLU]
[Use<ResNetBlock16>(Residual = true), ReLU]
[Use<ResNetBlock16>(Residual = true), ReLU]
[Use<ResNetBlock16>(Residual = true), ReLU]
[Use<ResNetEntry32>(Residual = true, Projection = true), ReLU]
[Use<ResNetBlock32>(Residual = true), ReLU]
[Use<ResNetBlock32>(Residual = true), ReLU]
[Use<ResNetEntry64>(Residual = true, Projection = true), ReLU]
[Use<ResNetBlock64>(Residual = true), ReLU]
[Use<ResNetBlock64>(Residual = true), ReLU]
[GlobalAvgPool, Linear(10)]
internal sealed partial class ResNet20;

[Block]
[Conv2d(16, Bias = false), BatchNorm2d, ReLU, Conv2d(16, Bias = false), BatchNorm2d]
internal sealed class ResNetBlock16;

[Block]
[Conv2d(32, Stride = 2, Bias = false), BatchNorm2d, ReLU, Conv2d(32, Bias = false), BatchNorm2d]
internal sealed class ResNetEntry32;

[Block]
[Conv2d(32, Bias = false), BatchNorm2d, ReLU, Conv2d(32, Bias = false), BatchNorm2d]
internal sealed class ResNetBlock32;

[Block]
[Conv2d(64, Stride = 2, Bias = false), BatchNorm2d, ReLU, Conv2d(64, Bias = false), BatchNorm2d]
internal sealed class ResNetEntry64;

[Block]
[Conv2d(64, Bias = false), BatchNorm2d, ReLU, Conv2d(64, Bias = false), BatchNorm2d]
internal sealed class ResNetBlock64;
