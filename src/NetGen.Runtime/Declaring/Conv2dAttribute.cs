namespace NetGen;

/// <summary>
/// A convolution of an image: every pixel of the result is <c>Σ W[tap] x[tap] + b</c> over the window of <c>Kernel</c> by <c>Kernel</c>
/// pixels around it. From <c>[H, W, C]</c> it makes <c>[H, W, outputs]</c>, or <c>[⌈H / Stride⌉, ⌈W / Stride⌉, outputs]</c>; with a
/// <see cref="Padding"/>, <c>[(H + 2 Padding - Kernel) / Stride + 1, (W + 2 Padding - Kernel) / Stride + 1, outputs]</c>, rounded down.
/// What lies around the image is zero. Its parameters are <c>weight [outputs, C, Kernel, Kernel]</c> and <c>bias [outputs]</c>.
/// </summary>
/// <param name="outputs">
/// The number of channels that go out, at least 1. The number of those that come in follows from the layer before.
/// </param>
public sealed class Conv2dAttribute(int outputs) : LayerAttribute
{
    private int? padding;

    /// <summary>The number of channels that go out.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>The side of the window, in pixels, odd or even, at least 1. Default: 3.</summary>
    public int Kernel { get; set; } = 3;

    /// <summary>How far it is from one window to the next, in pixels, at least 1. Default: 1.</summary>
    public int Stride { get; set; } = 1;

    /// <summary>
    /// The width of the rim of zeros around the image, in pixels, less than the kernel. Where it is not given, there is as much as lets a
    /// stride of 1 keep the image's size: half the kernel on each side, rounded down, and of an even kernel one less at the top and at the
    /// left, as PyTorch's <c>padding='same'</c> has it. What this property says then is the width at the top and at the left.
    /// </summary>
    public int Padding
    {
        get => padding ?? (Kernel - 1) / 2;
        set => padding = value;
    }

    /// <summary>How the weight starts. Default: <see cref="Init.KaimingNormal"/>. The network's constructor can choose another.</summary>
    public Init Init { get; set; } = Init.KaimingNormal;

    /// <summary>The factor on every starting weight, finite. Default: 1. The network's constructor can choose another.</summary>
    public float InitScale { get; set; } = 1f;

    /// <summary>Whether there is a bias (which starts at zero). Default: true.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// Whether the weight is <c>W = g V / |V|</c> for each output, with a learned length <c>g</c> (Salimans and Kingma 2016). Its
    /// parameters are <c>weight_v</c>, of the weight's shape, and <c>weight_g</c>, <c>[outputs, 1, 1, 1]</c>, in place of <c>weight</c>,
    /// as PyTorch's <c>weight_norm</c> has them. Default: false.
    /// </summary>
    public bool WeightNorm { get; set; }

    /// <summary>
    /// What <c>g</c> starts at, finite, beside <see cref="WeightNorm"/>. Where it is not given, it starts at the length that the weight
    /// starts with, and what this property says is not a number.
    /// </summary>
    public float InitialGain { get; set; } = float.NaN;
}
