namespace NetGen.Runtime.Tests;

/// <summary>Two classes for each pixel.</summary>
[Network(Input = 3, Height = 4, Width = 3)]
[Conv2d(2)]
internal sealed partial class PixelClasses;
