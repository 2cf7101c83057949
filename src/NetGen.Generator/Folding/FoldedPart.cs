using NetGen.Generator.Model;

namespace NetGen.Generator.Folding;

/// <summary>What becomes of a layer, or of several.</summary>
/// <param name="Name">The path of the layer that it stands in the place of.</param>
internal abstract record FoldedPart(string Name);

/// <summary>A layer that stays as it is.</summary>
/// <param name="Layer">The layer.</param>
internal sealed record KeptLayer(LayerSpec Layer) : FoldedPart(Layer.Name);

/// <summary>A block that stays a block.</summary>
/// <param name="Block">The block.</param>
/// <param name="Parts">What becomes of the layers in it.</param>
internal sealed record KeptBlock(BlockSpec Block, IReadOnlyList<FoldedPart> Parts) : FoldedPart(Block.Name);

/// <summary>Branches that stay branches.</summary>
/// <param name="Parallel">The layer that they are of.</param>
/// <param name="Branches">What becomes of them.</param>
internal sealed record KeptBranches(ParallelSpec Parallel, IReadOnlyList<KeptBlock> Branches) : FoldedPart(Parallel.Name);
