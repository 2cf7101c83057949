namespace NetGen.Runtime.Tests;

// golden_step.py has the same network in PyTorch.

[Block, Linear(13), Gelu, Linear(9)]
internal sealed class GoldenBranch;

[Block, Linear(9), Tanh]
internal sealed class GoldenLayer;

[Block, Linear(7), ReLU]
internal sealed class GoldenNarrowing;

[Block, GroupNorm(3), Linear(12), Gelu]
internal sealed class GoldenPixels;

[Block, MaxPool2d, Flatten, Linear(12)]
internal sealed class GoldenFlat;

[Block, GlobalAvgPool]
internal sealed class GoldenMean;

/// <summary>Every layer of vectors and every shortcut, but for dropout: its masks are this project's own.</summary>
[Network(Input = 5)]
[Linear(9), ReLU, LayerNorm]
[Linear(9, Bias = false), LeakyReLU(0.2f), RmsNorm]
[Linear(9), Tanh, Linear(9), Sigmoid]
[Linear(9), Gelu, Linear(9), GeluTanh]
[Linear(9), SiLU, Linear(9), PReLU]
[Linear(9), Identity, CReLU]
[Linear(9), Scale(0.5f), Scale(1.5f, Learned = true)]
[Use<GoldenBranch>(Residual = true)]
[Repeat<GoldenBranch>(2, Shortcut = Shortcut.Scaled)]
[Repeat<GoldenBranch>(2, Shortcut = Shortcut.ReZero, ShortcutFactor = 0.4f)]
[Repeat<GoldenBranch>(2, Shortcut = Shortcut.LayerScale, ShortcutFactor = 0.5f)]
[Repeat<GoldenBranch>(2, Shortcut = Shortcut.Gated)]
[Repeat<GoldenBranch>(2, Shortcut = Shortcut.DeepNorm)]
[Repeat<GoldenBranch>(2, Shortcut = Shortcut.Streams, StreamCount = 3)]
[Parallel<GoldenBranch, GoldenLayer>(Residual = true)]
[Repeat<GoldenLayer>(3, Shared = true)]
[Use<GoldenLayer>(Frozen = true)]
[Use<GoldenNarrowing>(Residual = true, Projection = true)]
[Linear(3)]
public sealed partial class EveryLayer;

/// <summary>Every layer over images.</summary>
[Network(Input = 3, Height = 9, Width = 8)]
[Linear(12), GroupNorm(4), Tanh]
[MaxPool2d(Kernel = 3, Stride = 2, Padding = 1)]
[Use<GoldenPixels>(Residual = true), AvgPool2d(Kernel = 3, Stride = 1, Padding = 1)]
[Parallel<GoldenFlat, GoldenMean>, Linear(3)]
public sealed partial class EveryImageLayer;

/// <summary>Convolutions with kernels of odd and even sides, padding, strides and without a bias, and one that bridges a stride.</summary>
[Network(Input = 3, Height = 9, Width = 8)]
[Conv2d(8), ReLU, Conv2d(6, Kernel = 2), Gelu, Conv2d(7, Kernel = 5, Padding = 1, Bias = false)]
[Use<GoldenStride>(Residual = true, Projection = true), Conv2d(5, Kernel = 1), Tanh]
[Flatten, Linear(3)]
public sealed partial class EveryConvolution;

[Block, Conv2d(6, Stride = 2), Tanh, Conv2d(6)]
internal sealed class GoldenStride;

/// <summary>Every layer over sequences of vectors.</summary>
[Network(Input = 6, Length = 5)]
[Linear(8), PositionEmbedding(Positions = 7)]
[Use<GoldenAttention>(Residual = true), Use<GoldenCausalAttention>(Residual = true), ClassToken]
[SelfAttention(1, Joint = false), LayerNorm, Linear(12), SwiGLU, Linear(8), SquaredReLU, LayerNorm]
[Parallel<GoldenFirst, GoldenMeanOfPositions>, Linear(3)]
public sealed partial class EverySequenceLayer;

[Block, LayerNorm, SelfAttention(2)]
internal sealed class GoldenAttention;

[Block, SelfAttention(4, Causal = true, Bias = false)]
internal sealed class GoldenCausalAttention;

[Block, FirstToken]
internal sealed class GoldenFirst;

[Block, MeanPool]
internal sealed class GoldenMeanOfPositions;

/// <summary>Sequences of tokens, of several lengths.</summary>
[Network(Vocabulary = 11, Length = 6)]
[Embedding(8), PositionEmbedding(Sine = true), SelfAttention(2, Rotary = true), Linear(8), Tanh, MeanPool, Linear(3)]
public sealed partial class EveryToken;

/// <summary>What DiracNets are made of (Zagoruyko and Komodakis 2017).</summary>
[Network(Input = 3, Height = 5, Width = 6)]
[Conv2d(4), Parallel<GoldenMultiple, GoldenHalves>, Parallel<GoldenMultiple, GoldenHalves>, Tanh]
[Linear(5, WeightNorm = true, Bias = false), Flatten, Linear(3, WeightNorm = true)]
public sealed partial class EveryHalf;

[Block, Scale(1f, Learned = true, PerChannel = true)]
internal sealed class GoldenMultiple;

[Block, NCReLU, Conv2d(4, WeightNorm = true, InitialGain = 0.1f)]
internal sealed class GoldenHalves;

/// <summary>An image in patches.</summary>
[Network(Input = 3, Height = 8, Width = 12)]
[PatchEmbedding(4, 8), ClassToken, SelfAttention(2), Linear(8), Gelu, FirstToken, Linear(3)]
public sealed partial class EveryPatch;
