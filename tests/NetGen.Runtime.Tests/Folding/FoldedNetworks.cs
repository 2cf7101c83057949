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
