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
    /// The length of an input vector, at least 1; of a sequence, the length of each vector; of an image, the channels of each pixel. It has
    /// no default; networks of tokens go without.
    /// </summary>
    public int Input { get; set; }

    /// <summary>
    /// For a network of tokens, how many different ones there are, at least 1 and at most 16,777,216: an input is a sequence of
    /// <see cref="Length"/> whole numbers from 0 to below it, and <see cref="EmbeddingAttribute"/> the first layer. By default, an input is
    /// numbers to calculate with.
    /// </summary>
    public int Vocabulary { get; set; }

    /// <summary>
    /// The number of positions of an input sequence <c>[Length, Input]</c>, or of one of tokens, <c>[Length]</c>, at least 1. Most layers
    /// work on each position alone, by the same parameters. By default, an input is a vector.
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
    /// Whether there is a network <c>Folded</c> in this class too, which predicts the same with fewer layers, and a method <c>Fold()</c>
    /// that makes one of the parameters of now. A batch norm or a scale behind a <see cref="LinearAttribute"/> or
    /// <see cref="Conv2dAttribute"/> becomes part of it, and a sum of such, of their input and of its norm becomes one of them (Ding et al.
    /// 2021). Default: false.
    /// </summary>
    public bool Fold { get; set; }

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
