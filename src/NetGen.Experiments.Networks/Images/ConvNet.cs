namespace NetGen.Experiments.Networks;

/// <summary>Two convolutions, each with a pooling behind it, and two dense layers.</summary>
[Network(Input = 1, Height = 28, Width = 28)]
[Conv2d(32), ReLU, MaxPool2d]           // 14 × 14 × 32
[Conv2d(64), ReLU, MaxPool2d]           // 7 × 7 × 64
[Flatten, Linear(128), ReLU, Linear(10)]
public sealed partial class ConvNet;
