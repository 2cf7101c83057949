namespace NetGen.Runtime.Tests;

// The same layers on vectors, on sequences of seven tokens, and on images of two by three pixels.

[Block]
[RmsNorm, Linear(45), Gelu, Linear(5)]
public class PositionBlock;

[Network(Input = 3)]
[Linear(5), Repeat<PositionBlock>(2, Residual = true), ReLU, Linear(2)]
internal sealed partial class VectorNet;

[Network(Input = 3, Length = 7)]
[Linear(5), Repeat<PositionBlock>(2, Residual = true), ReLU, Linear(2)]
internal sealed partial class TokenNet;

[Network(Input = 3, Height = 2, Width = 3)]
[Linear(5), Repeat<PositionBlock>(2, Residual = true), ReLU, Linear(2)]
internal sealed partial class PixelNet;
