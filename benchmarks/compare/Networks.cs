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
