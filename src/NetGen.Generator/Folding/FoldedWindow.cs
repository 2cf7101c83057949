using NetGen.Generator.Model;

namespace NetGen.Generator.Folding;

/// <summary>What a product sees of an image, as its window has it: of anything else, the position itself.</summary>
/// <param name="Kernel">The rows and columns of the window.</param>
/// <param name="Stride">How far it moves from one output to the next.</param>
/// <param name="Before">How far it begins above and left of the image.</param>
internal readonly record struct FoldedWindow(int Kernel, int Stride, int Before)
{
    /// <summary>A position and no other.</summary>
    public static FoldedWindow Pixel => new(Kernel: 1, Stride: 1, Before: 0);

    public static FoldedWindow Of(ProductSpec product, Shape input)
    {
        if (product is not Conv2dSpec convolution)
            return Pixel;
        ConvolutionWindow window = convolution.WindowOver(input);
        return new FoldedWindow(window.Kernel, window.Stride, window.Before);
    }

    /// <summary>
    /// The row and column of a wider window at which this one begins, at every output; null where it does not lie in it. Outside the image
    /// both see zeros, so that the rim needs no rule of its own.
    /// </summary>
    public int? PlaceIn(FoldedWindow wider)
    {
        int at = wider.Before - Before;
        return Stride == wider.Stride && at >= 0 && at + Kernel <= wider.Kernel ? at : null;
    }
}
