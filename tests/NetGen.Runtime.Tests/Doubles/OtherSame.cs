namespace NetGen.Runtime.Tests.Other;

/// <summary>A block with the name of another.</summary>
[Block]
[Linear(6)]
internal sealed class Same;
