using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Reads a layer over images, whose arguments have to go with the image that comes in.</summary>
/// <param name="kind">The layer.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="place">Where it stands.</param>
/// <param name="mistakes">Where mistakes go.</param>
internal sealed class ImageLayerParser(string kind, AttributeArguments arguments, LayerPlace place, MistakeList mistakes)
{
    /// <summary>Whether an image comes in, as the layer needs.</summary>
    public bool TakesImage()
    {
        if (place.Input.IsImage)
            return true;
        mistakes.Add(DiagnosticDescriptors.NotAnImage, arguments.Location, kind, place.Found, place.Path());
        return false;
    }

    /// <summary>A layer that moves a window over an image, or null where the window is wrong.</summary>
    public PoolSpec? ParsePool()
    {
        int kernel = arguments.ParseSize("Kernel", 2);
        int stride = arguments.ParseSize("Stride", kernel);
        if (kernel < 1 || stride < 1 || !TakesImage())
            return null;

        int padding = arguments.Get<int>("Padding") ?? 0;
        (int height, int width) = (place.Input.Dimensions[0], place.Input.Dimensions[1]);
        return IsAtMost("Kernel", kernel, PoolWindow.MaxKernel, "the most that a pooling layer takes")
            && IsAtMost("Padding", padding, kernel / 2, "half the kernel")
            && GoesOver(kernel, stride, padding, 2L * padding) && Fits(place.Input.Width, kernel, stride, 2L * padding)
            ? new PoolSpec(place.Name, IsMax: kind == "MaxPool2d", new PoolWindow(height, width, kernel, stride, padding))
            : null;
    }

    /// <summary>A convolution, or null where its numbers are wrong.</summary>
    public Conv2dSpec? ParseConvolution()
    {
        int kernel = arguments.ParseSize("Kernel", 3);
        int stride = arguments.ParseSize("Stride", 1);
        if (arguments.ParsePositionalSize("outputs") is not int outputs || kernel < 1 || stride < 1 || !TakesImage())
            return null;

        int? padding = arguments.Get<int>("Padding");
        long around = padding is int rim ? 2L * rim : kernel - 1L;
        return IsAtMost("Padding", padding ?? 0, kernel - 1, "less than the kernel")
            && GoesOver(kernel, stride, padding ?? 0, around) && Fits(outputs, kernel, stride, around) && WeightFits(outputs, kernel)
            ? new Conv2dSpec(
                place.Name, outputs, kernel, stride, padding, arguments.Get<bool>("Bias") ?? true,
                arguments.ParseMember("Init", Init.KaimingNormal), arguments.ParseFinite("InitScale") ?? 1f)
            {
                Gain = GainParser.Parse(arguments, place, mistakes),
            }
            : null;
    }

    /// <summary>A convolution that cuts an image into patches, or null where its numbers are wrong.</summary>
    public Conv2dSpec? ParsePatches()
    {
        if (arguments.ParsePositionalSize("patch") is not int patch
            || arguments.ParsePositionalSize("outputs", index: 1) is not int outputs || !TakesImage())
            return null;

        (int height, int width) = (place.Input.Dimensions[0], place.Input.Dimensions[1]);
        if (height % patch != 0 || width % patch != 0)
        {
            mistakes.Add(
                DiagnosticDescriptors.BadWindow, arguments.PositionalLocation,
                $"a patch whose side divides the image's, {Shape.Number(height)} and {Shape.Number(width)}", Shape.Number(patch),
                place.Path(), GreatestSide(height, width, patch));
            return null;
        }

        return Fits(outputs, patch, patch, around: 0) && WeightFits(outputs, patch)
            ? new Conv2dSpec(
                place.Name, outputs, patch, patch, Padding: 0, arguments.Get<bool>("Bias") ?? true,
                arguments.ParseMember("Init", Init.KaimingNormal), arguments.ParseFinite("InitScale") ?? 1f, IsPatches: true)
            : null;
    }

    private static int GreatestSide(int height, int width, int most)
    {
        int side = Math.Min(most, Math.Min(height, width));
        while (height % side != 0 || width % side != 0)
            side--;
        return side;
    }

    /// <summary>A norm over groups of channels, or null where they are wrong.</summary>
    public GroupNormSpec? ParseGroupNorm(float epsilon)
    {
        if (arguments.ParsePositionalSize("groups") is not int groups)
            return null;
        if (place.Input.Width % groups == 0)
            return new GroupNormSpec(
                place.Name, groups, epsilon, arguments.Get<bool>("Gain") ?? true, arguments.Get<bool>("Bias") ?? true);
        mistakes.Add(DiagnosticDescriptors.UnevenGroups, arguments.PositionalLocation, place.Input.Width, groups, place.Path());
        return null;
    }

    // Whether a window stands somewhere on the image with all that is around it, and moves there.
    private bool GoesOver(int kernel, int stride, int padding, long around)
    {
        (int height, int width) = (place.Input.Dimensions[0], place.Input.Dimensions[1]);
        if (padding < 0)
            return Reject("Padding", "Padding to be at least 0", padding, fits: 0);
        return IsAtMost("Kernel", kernel, Math.Min(height, width) + around, "the shorter side of the padded image")
            && IsAtMost("Stride", stride, Math.Max(height, width) + around, "the longer side of the padded image");
    }

    private bool IsAtMost(string argument, int number, long most, string what) =>
        number <= most || Reject(argument, $"{argument} to be at most {Shape.Number(most)}, {what}", number, most);

    // What fits is no part of the message, but a fix writes it.
    private bool Reject(string argument, string expected, int found, long fits)
    {
        mistakes.Add(DiagnosticDescriptors.BadWindow, arguments.LocationOf(argument), expected, Shape.Number(found), place.Path(), fits);
        return false;
    }

    private bool Fits(int channels, int kernel, int stride, long around)
    {
        (int height, int width) = (place.Input.Dimensions[0], place.Input.Dimensions[1]);
        return Fits("output", Out(height) * Out(width) * channels);

        decimal Out(int side) => Math.Floor((side + around - (decimal)kernel) / stride) + 1;
    }

    // Weights that are too long one by one are more than a decimal holds together.
    private bool WeightFits(int outputs, int kernel)
    {
        decimal taps = (decimal)kernel * kernel;
        return Fits("weight", taps) && Fits("weight", taps * place.Input.Width * SlabSize.Padded(outputs));
    }

    private bool Fits(string content, decimal length)
    {
        if (length <= SlabSize.MaxLength)
            return true;
        mistakes.Add(DiagnosticDescriptors.SlabTooLarge, arguments.Location, SlabSize.MaxLength, content, kind, "needs", length);
        return false;
    }
}
