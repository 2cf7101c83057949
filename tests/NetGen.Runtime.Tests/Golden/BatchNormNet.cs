namespace NetGen.Runtime.Tests;

/// <summary>The network of <c>golden_batch_norm.py</c>, with the <c>state_dict</c> that it ends in.</summary>
[Network(Input = 5, Height = 3, Width = 2)]
[Conv2d(9), BatchNorm2d, ReLU, GlobalAvgPool]
[Linear(7), BatchNorm1d(Epsilon = 0.01f, Momentum = 0.3f, Affine = false), Linear(3)]
[Weights("batch_norm_state.safetensors")]
internal sealed partial class BatchNormNet;
