namespace NetGen.Experiments.Networks;

/// <summary>A stand-in of dense layers.</summary>
[Network(Input = 784)]
[Linear(32), ReLU, Linear(64), ReLU, Linear(128), ReLU, Linear(10)]
public sealed partial class ConvNet;
