namespace NetGen.Experiments.Networks;

/// <summary>
/// A transformer that looks at an image as 7 × 7 patches (Dosovitskiy et al. 2021): four blocks of attention with four heads and of two
/// dense layers, each behind a norm, and the mean over all patches.
/// </summary>
[Network(Input = 1, Height = 28, Width = 28)]
[PatchEmbedding(4, 64, Init = Init.LeCunNormal), PositionEmbedding]     // 7 × 7 × 64
[Repeat<PatchBlock>(4)]
[LayerNorm, MeanPool, Linear(10)]
public sealed partial class VisionTransformer;

/// <summary>Patches look at each other, and then each works on what it saw.</summary>
[Block]
[Use<PatchAttention>(Residual = true), Use<PatchFeedForward>(Residual = true)]
public sealed class PatchBlock;

/// <summary>Attention of every patch to all of them.</summary>
[Block]
[LayerNorm, SelfAttention(4)]
public sealed class PatchAttention;

/// <summary>Two dense layers for every patch alone.</summary>
[Block]
[LayerNorm, Linear(128), Gelu, Linear(64)]
public sealed class PatchFeedForward;
