namespace NetGen.Benchmarks;

[Mlp(Width = 64, Depth = 20, InitScale = 0.2236068f)]
internal sealed partial class PlainMlp;

[Mlp(Width = 64, Depth = 20, Residual = true, InitScale = 0.2236068f)]
internal sealed partial class ResMlp;

[Mlp(Width = 128, Depth = 20, Residual = true, InitScale = 0.2236068f)]
internal sealed partial class ResMlp128;

[Mlp(Width = 256, Depth = 20, Residual = true, InitScale = 0.2236068f)]
internal sealed partial class ResMlp256;

[Mlp(Width = 512, Depth = 20, Residual = true, InitScale = 0.2236068f)]
internal sealed partial class ResMlp512;

/// <summary>The small network that SimpleChains is known for.</summary>
[Network(Input = 4)]
[Linear(32), Tanh, Linear(16), Tanh, Linear(4)]
internal sealed partial class TanhMlp;

/// <summary>Handwritten digits, 28 x 28.</summary>
[Network(Input = 784)]
[Linear(128), ReLU, Linear(10)]
internal sealed partial class Digits;

[Block]
[RmsNorm, Linear(1024, Init = Init.LeCunNormal), Gelu, Linear(256, Init = Init.LeCunNormal)]
internal sealed class FeedForward;

/// <summary>26 million parameters.</summary>
[Network(Input = 256)]
[Repeat<FeedForward>(50, Residual = true)]
internal sealed partial class FiftyBlocks;

[Network(Input = 4)]
[Linear(4)]
internal sealed partial class Linear4;

[Network(Input = 8)]
[Linear(8)]
internal sealed partial class Linear8;

[Network(Input = 16)]
[Linear(16)]
internal sealed partial class Linear16;

[Network(Input = 32)]
[Linear(32)]
internal sealed partial class Linear32;

[Network(Input = 64)]
[Linear(64)]
internal sealed partial class Linear64;

[Network(Input = 784)]
[Linear(10)]
internal sealed partial class Linear784To10;

/// <summary>For the kernels that no network above has: a product with nothing behind it, backwards, and a layer norm.</summary>
[Network(Input = 64)]
[Linear(64), Linear(64), LayerNorm, Linear(64)]
internal sealed partial class Normalized;

[Block]
[Conv2d(16), ReLU]
internal sealed class ConvolutionLayer;

/// <summary>For the kernels of convolutions.</summary>
[Network(Input = 16, Height = 8, Width = 8)]
[Repeat<ConvolutionLayer>(2, Residual = true)]
[Conv2d(16), BatchNorm2d, Conv2d(16), Conv2d(16), Flatten, Linear(4)]
internal sealed partial class Convolutional;
