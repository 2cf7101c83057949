namespace NetGen;

/// <summary>
/// The greatest number of each channel in every window of <c>Kernel</c> by <c>Kernel</c> pixels of an image. From <c>[H, W, C]</c> it makes
/// <c>[(H + 2 Padding - Kernel) / Stride + 1, (W + 2 Padding - Kernel) / Stride + 1, C]</c>, rounded down. The rim of padding is never the
/// greatest. The gradient goes to the greatest number; of equal ones to the first, row by row. A NaN in a window is its greatest number.
/// </summary>
public sealed class MaxPool2dAttribute : LayerAttribute
{
    private int? stride;

    /// <summary>The side of a window, in pixels, at least 1. Default: 2.</summary>
    public int Kernel { get; set; } = 2;

    /// <summary>How far it is from one window to the next, in pixels, at least 1. Default: <see cref="Kernel"/>.</summary>
    public int Stride
    {
        get => stride ?? Kernel;
        set => stride = value;
    }

    /// <summary>The width of the rim around the image, in pixels, at most half the kernel. Default: 0.</summary>
    public int Padding { get; set; }
}

/// <summary>
/// The mean of each channel over every window of <c>Kernel</c> by <c>Kernel</c> pixels of an image. From <c>[H, W, C]</c> it makes
/// <c>[(H + 2 Padding - Kernel) / Stride + 1, (W + 2 Padding - Kernel) / Stride + 1, C]</c>, rounded down. The rim of padding is zeros,
/// which count in the mean.
/// </summary>
public sealed class AvgPool2dAttribute : LayerAttribute
{
    private int? stride;

    /// <inheritdoc cref="MaxPool2dAttribute.Kernel"/>
    public int Kernel { get; set; } = 2;

    /// <inheritdoc cref="MaxPool2dAttribute.Stride"/>
    public int Stride
    {
        get => stride ?? Kernel;
        set => stride = value;
    }

    /// <inheritdoc cref="MaxPool2dAttribute.Padding"/>
    public int Padding { get; set; }
}

/// <summary>The mean of each channel over all pixels of an image: from <c>[H, W, C]</c> it makes a vector <c>[C]</c>.</summary>
public sealed class GlobalAvgPoolAttribute : LayerAttribute;

/// <summary>
/// Makes one vector of an image: from <c>[H, W, C]</c> it makes <c>[C × H × W]</c>, channel by channel, as PyTorch orders them, so that the
/// weights of a layer behind it are the same there.
/// </summary>
public sealed class FlattenAttribute : LayerAttribute;
