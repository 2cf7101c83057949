namespace NetGen.Experiments.Networks;

/// <summary>A stand-in of dense layers.</summary>
[Network(Input = 784)]
[Linear(16), Repeat<DenseBlock>(3, Residual = true), Linear(10)]
public sealed partial class ResNet8;

/// <summary>A stand-in.</summary>
[Block]
[Linear(16), ReLU, Linear(16)]
public sealed class DenseBlock;
