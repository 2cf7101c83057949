namespace NetGen;

/// <summary>Parameters that are trained differently from the others. A parameter belongs to the first group that it matches.</summary>
public sealed record ParameterGroup
{
    /// <summary>A group of parameters.</summary>
    /// <param name="pattern">
    /// The parameters' name, or its beginning up to a dot: <c>layers.1</c> is weight and bias of that layer, and not of <c>layers.10</c>.
    /// In it, <c>*</c> stands for any characters and <c>?</c> for any one: <c>*.bias</c>.
    /// </param>
    /// <exception cref="ArgumentException">The pattern is empty.</exception>
    public ParameterGroup(string pattern)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        Pattern = pattern;
    }

    private ParameterGroup(string block, bool isBlock)
        : this(block) => IsBlock = isBlock;

    /// <summary>Which parameters: their name or pattern, or the full name of their block.</summary>
    public string Pattern { get; }

    /// <summary>Whether it is of all parameters of a block.</summary>
    public bool IsBlock { get; }

    /// <summary>
    /// A group of all parameters that lie in a block, wherever it is placed. Blocks of the same full name count as one: those local to
    /// files of the same name, or of two assemblies.
    /// </summary>
    /// <typeparam name="TBlock">The block's class. Of a generic one, type arguments do not count.</typeparam>
    /// <returns>The group, to be given its properties by <c>with</c>.</returns>
    public static ParameterGroup OfBlock<TBlock>() => new(TypeName.OfBlock(typeof(TBlock)), isBlock: true);

    /// <summary>The factor on the optimizer's learning rate, on top of any schedule; finite, not below 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public float LearningRateFactor
    {
        get;
        init => field = float.IsFinite(value) && value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(LearningRateFactor), value, "Expected a finite factor, not below 0.");
    } = 1f;

    /// <summary>
    /// The decoupled weight decay <c>λ</c> in place of the optimizer's own (Loshchilov and Hutter 2019): before each step,
    /// <c>p ← p - lr λ p</c>. Finite, not below 0; null for the optimizer's own.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public double? WeightDecay
    {
        get;
        init => field = value is null or (>= 0 and < double.PositiveInfinity)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(WeightDecay), value, "Expected a finite weight decay, not below 0.");
    }

    /// <summary>
    /// Whether the parameters are updated element by element, also by an optimizer that would take them whole: with <see cref="Muon"/>, by
    /// AdamW.
    /// </summary>
    public bool Elementwise { get; init; }

    /// <summary>
    /// Whether the parameters are never updated. Their gradients are computed, and do not count in the norm of a clipped gradient.
    /// </summary>
    public bool Frozen { get; init; }
}
