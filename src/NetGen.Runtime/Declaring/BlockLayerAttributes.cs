namespace NetGen;

/// <summary>A block, once.</summary>
/// <typeparam name="TBlock">A class with <see cref="BlockAttribute"/>.</typeparam>
public sealed class UseAttribute<TBlock> : PlacedBlockAttribute
{
    /// <summary>
    /// Whether all shared uses of the block in a network have one set of parameters, whose gradients add up. Default: false.
    /// </summary>
    public bool Shared { get; set; }

    /// <summary>
    /// Whether the block's parameters, including parameters of blocks and shortcuts inside it, are never trained: they get no gradient.
    /// Parameters of a shortcut around it belong to this place and are not frozen with it. Default: false.
    /// </summary>
    public bool Frozen { get; set; }
}

/// <summary>A block, several times one after the other, each with parameters of its own unless <see cref="Shared"/>.</summary>
/// <typeparam name="TBlock">A class with <see cref="BlockAttribute"/>.</typeparam>
/// <param name="count">How many times, at least 1.</param>
public sealed class RepeatAttribute<TBlock>(int count) : PlacedBlockAttribute
{
    /// <summary>How many times.</summary>
    public int Count { get; } = count;

    /// <summary>
    /// Whether all repetitions, and all other shared uses of the block in a network, have one set of parameters, whose gradients add up.
    /// Default: false.
    /// </summary>
    public bool Shared { get; set; }

    /// <summary>
    /// Whether the block's parameters, including parameters of blocks and shortcuts inside it, are never trained: they get no gradient.
    /// Parameters of a shortcut around it belong to this place and are not frozen with it. Default: false.
    /// </summary>
    public bool Frozen { get; set; }
}

/// <summary>
/// Two blocks side by side on the same input; their results, of the same length, are added. A residual connection goes around both.
/// </summary>
/// <typeparam name="TFirst">A class with <see cref="BlockAttribute"/>.</typeparam>
/// <typeparam name="TSecond">A class with <see cref="BlockAttribute"/>.</typeparam>
public sealed class ParallelAttribute<TFirst, TSecond> : PlacedBlockAttribute;
