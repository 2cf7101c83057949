#if NETSTANDARD
namespace NetGen.Generator;
#else
namespace NetGen.CompilerServices;
#endif

/// <summary>
/// How what there is once for a batch lies in memory, for the compiler and for the runtime: both compile this file. It is rows with a
/// number for every column, in whole panels.
/// </summary>
internal static class BatchLayout
{
    /// <summary>The most blocks that the rows of a batch are cut into.</summary>
    public const int Blocks = 64;

    /// <summary>
    /// The rows that moments of a block take: a number <c>c</c> near the mean, the sum of <c>x - c</c>, the sum of its square.
    /// </summary>
    public const int Moments = 3;

    /// <summary>
    /// The rows that statistics take: <c>c</c>, near the mean; the factor <c>s = γ r</c> and the summand <c>b</c> of
    /// <c>y = (x - c) s + b</c>; <c>r</c>; and the rest of the mean, <c>mean - c</c>.
    /// </summary>
    public const int Statistics = 5;

    /// <summary>The rows that sums for the gradient take in a block: of <c>dy</c> and of <c>dy ⊙ (x - c)</c>.</summary>
    public const int Sums = 2;

    /// <summary>
    /// The rows that terms of the gradient take: <c>s</c>, <c>t</c> and <c>u</c> of <c>dx = s dy + t (x - c) + u</c>, and the gradients of
    /// gain and bias.
    /// </summary>
    public const int Terms = 5;
}
