namespace NetGen.Runtime.Tests;

[Block, GroupNorm(5), Linear(20), Gelu]
public class ImageBlock;

/// <summary>Windows that overlap, reach over the rim, and leave pixels out; groups that fill no vector.</summary>
[Network(Input = 3, Height = 11, Width = 10)]
[Linear(20), GroupNorm(4), ReLU, MaxPool2d(Kernel = 3, Stride = 2, Padding = 1)]
[Repeat<ImageBlock>(2, Residual = true), AvgPool2d(Kernel = 2, Stride = 3)]
[Linear(33), MaxPool2d(Stride = 1), Flatten, Linear(4)]
public sealed partial class ImageNet;

/// <summary>A pixel is a number, which a Linear of one weight hands on.</summary>
[Network(Input = 1, Height = 3, Width = 4)]
[Linear(1, Bias = false), AvgPool2d(Kernel = 2, Stride = 1, Padding = 1)]
internal sealed partial class MeanOfPixels;

[Network(Input = 1, Height = 3, Width = 4)]
[Linear(1, Bias = false), MaxPool2d(Kernel = 2, Stride = 1, Padding = 1)]
internal sealed partial class GreatestOfPixels;

[Network(Input = 2, Height = 2, Width = 3)]
[Linear(2, Init = Init.Identity, Bias = false), Flatten]
internal sealed partial class FlatPixels;
