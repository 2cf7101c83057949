namespace NetGen.Runtime.Tests;

/// <summary>The network of <c>golden_batch_norm.py</c>.</summary>
[Network(Input = 5)]
[Linear(9), BatchNorm1d, ReLU, Linear(7), BatchNorm1d(Epsilon = 0.01f, Momentum = 0.3f, Affine = false), Linear(3)]
internal sealed partial class BatchNormNet;
