namespace NetGen.Experiments.Networks;

/// <summary><see cref="VisionTransformer"/> without residual connections.</summary>
[Network(Input = 1, Height = 28, Width = 28)]
[PatchEmbedding(4, 64, Init = Init.LeCunNormal), PositionEmbedding]     // 7 × 7 × 64
[Repeat<PlainPatchBlock>(4)]
[LayerNorm, MeanPool, Linear(10)]
public sealed partial class PlainVisionTransformer;

/// <summary>Patches look at each other, and then each works on what it saw, and keeps nothing else.</summary>
[Block]
[Use<PatchAttention>, Use<PatchFeedForward>]
public sealed class PlainPatchBlock;
