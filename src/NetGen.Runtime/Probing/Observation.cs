namespace NetGen;

/// <summary>What a tensor shown to an <see cref="IProbe"/> is, for a layer <c>h' = h + f(z), z = W h + b</c>.</summary>
public enum Observation
{
    /// <summary>The result <c>z</c> of the layer's Linear or norm, <c>[rows, width]</c>.</summary>
    PreActivation,

    /// <summary>The result <c>f(z)</c> of its activation, <c>[rows, width]</c>; <c>z</c> itself where there is none.</summary>
    Activation,

    /// <summary>What the layer hands on, <c>h'</c>, <c>[rows, width]</c>: after the residual add, where there is one.</summary>
    Stream,

    /// <summary>The gradient of the loss with respect to <c>z</c>, <c>[rows, width]</c>.</summary>
    PreActivationGradient,

    /// <summary>
    /// The gradient of the loss with respect to a weight, <c>[out, in]</c>, or to any other parameter that is no bias. The gradient of a
    /// shared parameter is shown once, summed over its uses.
    /// </summary>
    WeightGradient,

    /// <summary>The gradient of the loss with respect to a bias, <c>[out]</c>.</summary>
    BiasGradient,

    /// <summary>A parameter before a step of the optimizer.</summary>
    ParameterBefore,

    /// <summary>What a step of the optimizer added to a parameter.</summary>
    ParameterUpdate,

    /// <summary>The queries of attention, turned by their positions where those are rotary: <c>[rows, heads, positions, d]</c>.</summary>
    Queries,

    /// <summary>The keys of attention, turned by their positions where those are rotary: <c>[rows, heads, positions, d]</c>.</summary>
    Keys,

    /// <summary>The values of attention, <c>[rows, heads, positions, d]</c>.</summary>
    Values,

    /// <summary>
    /// The weights of attention, <c>[rows, heads, positions, positions]</c>: for each query a row over the keys, which adds up to 1.
    /// </summary>
    AttentionWeights,

    /// <summary>
    /// The entropy <c>-Σ p ln p</c> of each row of those weights, <c>[rows, heads, positions]</c>: 0 where a query looks at one key, and
    /// <c>ln n</c> where it looks at <c>n</c> alike.
    /// </summary>
    AttentionEntropy,
}
