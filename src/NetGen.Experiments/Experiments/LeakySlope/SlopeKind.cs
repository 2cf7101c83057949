namespace NetGen.Experiments.LeakySlope;

/// <summary>What stands between one layer and the next.</summary>
internal enum SlopeKind
{
    /// <summary>A ReLU, and nothing that goes round it.</summary>
    Plain,

    /// <summary>The same with the compiler's remedy: a LeakyReLU.</summary>
    Leaky,

    /// <summary>A residual connection, and weights that start smaller by the root of the depth.</summary>
    Residual,

    /// <summary>The reconstruction of the Plain Neural Net Hypothesis with coder C, which is not trained.</summary>
    Pnnh,
}
