namespace NetGen;

/// <summary>A block, once.</summary>
/// <typeparam name="TBlock">A class with <see cref="BlockAttribute"/>.</typeparam>
public sealed class UseAttribute<TBlock> : LayerAttribute
{
    /// <summary>Whether the block's input is added to its result, <c>x + f(x)</c>. Default: false. Both must have the same length.</summary>
    public bool Residual { get; set; }
}

/// <summary>A block, several times one after the other, each with parameters of its own.</summary>
/// <typeparam name="TBlock">A class with <see cref="BlockAttribute"/>.</typeparam>
/// <param name="count">How many times, at least 1.</param>
public sealed class RepeatAttribute<TBlock>(int count) : LayerAttribute
{
    /// <summary>How many times.</summary>
    public int Count { get; } = count;

    /// <summary>Whether every repetition adds its input to its result, <c>x + f(x)</c>. Default: false. Both must have the same length.</summary>
    public bool Residual { get; set; }
}

/// <summary>Two blocks side by side on the same input; their results, of the same length, are added.</summary>
/// <typeparam name="TFirst">A class with <see cref="BlockAttribute"/>.</typeparam>
/// <typeparam name="TSecond">A class with <see cref="BlockAttribute"/>.</typeparam>
public sealed class ParallelAttribute<TFirst, TSecond> : LayerAttribute
{
    /// <summary>Whether the input is added to the sum too. Default: false.</summary>
    public bool Residual { get; set; }
}
