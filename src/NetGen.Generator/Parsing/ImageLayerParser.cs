using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Reads layers over images, whose arguments have to go with the image that comes in.</summary>
internal static class ImageLayerParser
{
    /// <summary>Whether an image comes in, as a layer needs.</summary>
    public static bool TakesImage(string kind, AttributeArguments arguments, LayerPlace place, MistakeList mistakes)
    {
        if (place.Input.IsImage)
            return true;
        string found = place.Input.Dimensions.Count == 1 ? $"a vector of {place.Input.Text}" : $"a sequence of {place.Input.Text}";
        mistakes.Add(DiagnosticDescriptors.NotAnImage, arguments.Location, kind, found, place.Path());
        return false;
    }

    /// <summary>A layer that moves a window over an image, or null where the window is wrong.</summary>
    public static PoolSpec? ParsePool(string kind, AttributeArguments arguments, LayerPlace place, MistakeList mistakes)
    {
        int kernel = arguments.ParseSize("Kernel", 2);
        int stride = arguments.ParseSize("Stride", kernel);
        if (kernel < 1 || stride < 1 || !TakesImage(kind, arguments, place, mistakes))
            return null;

        int padding = arguments.Get<int>("Padding") ?? 0;
        (int height, int width) = (place.Input.Dimensions[0], place.Input.Dimensions[1]);
        long shorter = Math.Min(height, width) + 2L * padding;
        long longer = Math.Max(height, width) + 2L * padding;
        if (kernel > PoolWindow.MaxKernel)
            return Reject("Kernel", $"Kernel to be at most {Shape.Number(PoolWindow.MaxKernel)}", kernel);
        if (padding < 0)
            return Reject("Padding", "Padding to be at least 0", padding);
        if (padding > kernel / 2)
            return Reject("Padding", $"Padding to be at most {Shape.Number(kernel / 2)}, half the kernel", padding);
        if (kernel > shorter)
            return Reject("Kernel", $"Kernel to be at most {Shape.Number(shorter)}, the shorter side of the padded image", kernel);
        if (stride > longer)
            return Reject("Stride", $"Stride to be at most {Shape.Number(longer)}, the longer side of the padded image", stride);

        PoolSpec pool = new(place.Name, IsMax: kind == "MaxPool2d", new PoolWindow(height, width, kernel, stride, padding));
        if (pool.ShapeBehind(place.Input).Count <= SlabSize.MaxLength)
            return pool;
        mistakes.Add(
            DiagnosticDescriptors.SlabTooLarge, arguments.Location, SlabSize.MaxLength, "output", kind, "needs",
            pool.ShapeBehind(place.Input).Count);
        return null;

        PoolSpec? Reject(string argument, string expected, int found)
        {
            mistakes.Add(DiagnosticDescriptors.BadWindow, arguments.LocationOf(argument), expected, Shape.Number(found), place.Path());
            return null;
        }
    }

    /// <summary>A norm over groups of channels, or null where they are wrong.</summary>
    public static GroupNormSpec? ParseGroupNorm(AttributeArguments arguments, LayerPlace place, float epsilon, MistakeList mistakes)
    {
        if (arguments.ParsePositionalSize("groups") is not int groups)
            return null;
        if (place.Input.Width % groups == 0)
            return new GroupNormSpec(
                place.Name, groups, epsilon, arguments.Get<bool>("Gain") ?? true, arguments.Get<bool>("Bias") ?? true);
        mistakes.Add(DiagnosticDescriptors.UnevenGroups, arguments.PositionalLocation, place.Input.Width, groups, place.Path());
        return null;
    }
}
