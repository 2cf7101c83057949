namespace NetGen.Runtime.Tests;

/// <summary>The network of <c>golden_batch_norm.py</c>.</summary>
[Network(Input = 5, Height = 3, Width = 2)]
[Conv2d(9), BatchNorm2d, ReLU, GlobalAvgPool]
[Linear(7), BatchNorm1d(Epsilon = 0.01f, Momentum = 0.3f, Affine = false), Linear(3)]
internal sealed partial class BatchNormNet;
