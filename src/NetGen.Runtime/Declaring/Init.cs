// The compiler knows the same starts: it compiles this file too.
#if NETSTANDARD
namespace NetGen.Generator;
#else
namespace NetGen;
#endif

/// <summary>
/// How the weights of a Linear layer or of a convolution start. <c>fan_in</c> is the number of its inputs, <c>fan_out</c> of its outputs,
/// each times the number of taps of a convolution's kernel. Biases start at zero.
/// </summary>
public enum Init
{
    /// <summary>
    /// Normal with standard deviation <c>sqrt(2 / fan_in)</c>, which keeps the variance through ReLU layers (He et al. 2015).
    /// </summary>
    KaimingNormal,

    /// <summary>Uniform on <c>±sqrt(6 / fan_in)</c>: the variance of <see cref="KaimingNormal"/>.</summary>
    KaimingUniform,

    /// <summary>Normal with standard deviation <c>sqrt(2 / (fan_in + fan_out))</c> (Glorot and Bengio 2010).</summary>
    XavierNormal,

    /// <summary>Uniform on <c>±sqrt(6 / (fan_in + fan_out))</c>: the variance of <see cref="XavierNormal"/>.</summary>
    XavierUniform,

    /// <summary>
    /// Normal with standard deviation <c>sqrt(1 / fan_in)</c>, which keeps the variance through linear layers (LeCun et al. 1998).
    /// </summary>
    LeCunNormal,

    /// <summary>
    /// A random matrix with orthonormal rows or columns, whichever are fewer (Saxe et al. 2014). The rows of a convolution have all inputs
    /// of all taps.
    /// </summary>
    Orthogonal,

    /// <summary>
    /// Ones on the diagonal, zeros elsewhere: of a convolution on the diagonal of the tap in the middle, number <c>kernel / 2</c> from the
    /// top and from the left, as PyTorch's <c>dirac_</c> has it.
    /// </summary>
    Identity,

    /// <summary>All zeros.</summary>
    Zeros,

    /// <summary>All ones.</summary>
    Ones,

    /// <summary>Normal with standard deviation 1, whatever the fans: a factor such as 0.02 says what it is.</summary>
    Normal,
}
