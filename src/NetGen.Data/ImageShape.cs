namespace NetGen.Data;

/// <summary>The shape of an image, <c>[height, width, channels]</c>: the values of a pixel's channels lie side by side.</summary>
public sealed record ImageShape
{
    /// <summary>Names a shape.</summary>
    /// <param name="height">The number of rows, at least 1.</param>
    /// <param name="width">The number of pixels in a row, at least 1.</param>
    /// <param name="channels">The number of values of a pixel, at least 1: 1 for grey, 3 for red, green and blue.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is below 1, or the image has more values than an array.</exception>
    public ImageShape(int height, int width, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(channels, Array.MaxLength / height / width);
        Height = height;
        Width = width;
        Channels = channels;
    }

    /// <summary>The number of rows.</summary>
    public int Height { get; }

    /// <summary>The number of pixels in a row.</summary>
    public int Width { get; }

    /// <summary>The number of values of a pixel.</summary>
    public int Channels { get; }

    /// <summary>The number of values of an image.</summary>
    public int Length => Height * Width * Channels;

    /// <summary>For example <c>[28, 28, 1]</c>.</summary>
    public override string ToString() => $"[{Height}, {Width}, {Channels}]";
}
