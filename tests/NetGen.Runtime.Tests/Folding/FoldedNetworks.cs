namespace NetGen.Runtime.Tests;

[Block, Conv2d(8, Bias = false), BatchNorm2d]
internal sealed class RepVggThree;

[Block, Conv2d(8, Kernel = 1, Bias = false), BatchNorm2d]
internal sealed class RepVggOne;

[Block, BatchNorm2d]
internal sealed class RepVggStraight;

[Block, Parallel<RepVggOne, RepVggStraight>]
internal sealed class RepVggRest;

/// <summary>A block of RepVGG (Ding et al. 2021): a 3 x 3 convolution, one of a pixel, and a shortcut, each with a norm.</summary>
[Block, Parallel<RepVggThree, RepVggRest>, ReLU]
internal sealed class RepVggBlock;

[Network(Input = 3, Height = 10, Width = 9, Fold = true)]
[Conv2d(8, Stride = 2, Bias = false), BatchNorm2d, ReLU, Repeat<RepVggBlock>(3), GlobalAvgPool, Linear(5)]
internal sealed partial class RepVggNet;

/// <summary>What <c>RepVggNet</c> is folded to, as one would declare it.</summary>
[Network(Input = 3, Height = 10, Width = 9)]
[Conv2d(8, Stride = 2), ReLU, Repeat<VggBlock>(3), GlobalAvgPool, Linear(5)]
internal sealed partial class VggNet;

[Block, Conv2d(8), ReLU]
internal sealed class VggBlock;

[Block, Scale(1f, Learned = true, PerChannel = true)]
internal sealed class DiracIdentity;

[Block, NCReLU, Conv2d(8, WeightNorm = true, InitialGain = 0.1f)]
internal sealed class DiracHalves;

/// <summary>A layer of a DiracNet (Zagoruyko and Komodakis 2017): the shortcut is inside the convolution, which folding shows.</summary>
[Block, Parallel<DiracIdentity, DiracHalves>, BatchNorm2d]
internal sealed class DiracLayer;

[Network(Input = 3, Height = 8, Width = 7, Fold = true)]
[Conv2d(8), Repeat<DiracLayer>(4), GlobalAvgPool, Linear(5)]
internal sealed partial class DiracNet;

/// <summary>What <c>DiracNet</c> is folded to, as one would declare it.</summary>
[Network(Input = 3, Height = 8, Width = 7)]
[Conv2d(8), Repeat<PlainDiracLayer>(4), GlobalAvgPool, Linear(5)]
internal sealed partial class PlainDiracNet;

[Block, NCReLU, Conv2d(8)]
internal sealed class PlainDiracLayer;

[Block, Linear(6), BatchNorm1d(Affine = false)]
internal sealed class NormedDense;

/// <summary>Every other rule: scales, learned or not, on branches, and branches of vectors.</summary>
[Network(Input = 6, Fold = true)]
[Linear(6), Scale(0.5f), Scale(-2f, Learned = true), Tanh]
[Use<NormedDense>(Residual = true), Tanh]
[Repeat<NormedDense>(2, Shortcut = Shortcut.Scaled), Tanh]
[Use<NormedDense>(Shortcut = Shortcut.ReZero, ShortcutFactor = 0.3f), Tanh]
[Use<NormedDense>(Shortcut = Shortcut.LayerScale), LayerNorm]
[Repeat<NormedDense>(2, Shared = true), PReLU, Linear(2)]
internal sealed partial class DenseFoldNet;
