using NetGen;

/// <summary>A block in no namespace.</summary>
[Block]
[Linear(6)]
internal sealed class GlobalBlock;
