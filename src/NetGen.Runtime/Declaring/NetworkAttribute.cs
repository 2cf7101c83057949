namespace NetGen;

/// <summary>
/// Declares a network of the layers that follow on the same class: <see cref="LinearAttribute"/>, activations, and blocks of them.
/// The partial class it stands on becomes a network: the compiler writes its forward and backward passes.
/// </summary>
/// <example>
/// <code>
/// [Block]
/// [Linear(128), Gelu, Linear(64)]
/// public class FeedForward;
///
/// [Network(Input = 64)]
/// [Repeat&lt;FeedForward&gt;(12, Residual = true), Linear(1)]
/// public sealed partial class DeepNet;
/// </code>
/// </example>
// Structs and repetition are let through so that NetGen's own diagnostics, which say what to do, speak instead of the compiler's.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class NetworkAttribute : Attribute
{
    /// <summary>
    /// The length of an input vector, at least 1; of a sequence, the length of each token; of an image, the channels of each pixel. It has
    /// no default.
    /// </summary>
    public int Input { get; set; }

    /// <summary>
    /// The number of tokens of an input sequence <c>[Length, Input]</c>, at least 1. Layers work on each token alone, by the same
    /// parameters. By default, an input is a vector.
    /// </summary>
    public int Length { get; set; }

    /// <summary>
    /// The number of rows of an input image <c>[Height, Width, Input]</c>, at least 1, beside <see cref="Width"/>. Layers work on each
    /// pixel alone, by the same parameters. By default, an input is a vector.
    /// </summary>
    public int Height { get; set; }

    /// <summary>The number of columns of an input image, at least 1, beside <see cref="Height"/>.</summary>
    public int Width { get; set; }

    /// <summary>
    /// The mean of the elements of inputs, finite, for <see cref="LayerInfo.Expected"/> and for warnings about it; no other result
    /// depends on it. Default: 0.
    /// </summary>
    public float InputMean { get; set; }

    /// <summary>
    /// The standard deviation of the elements of inputs, finite and above 0, for <see cref="LayerInfo.Expected"/> and for warnings
    /// about it; no other result depends on it. Numbers uniform on ±1 have 0.577. Default: 1.
    /// </summary>
    public float InputStd { get; set; } = 1f;
}
