using NetGen.Data;

namespace NetGen.Experiments.Attention;

/// <summary>The patches that the network cuts images into.</summary>
internal static class ImagePatches
{
    /// <summary>The side of a patch, in pixels.</summary>
    public const int Side = 4;

    /// <summary>From this mean value on a patch counts as clothes, and not as background.</summary>
    private const double Clothes = 32;

    /// <summary>Looks at the first images of a set, asked about patches that show clothes.</summary>
    public static Gaze AtClothes(ImageSet set)
    {
        int images = Math.Min(Look.Images, set.Count);
        bool[][] clothes = [.. Enumerable.Range(0, images).Select(image => ShowClothes(set[image], set.Shape.Width))];
        return new Gaze(Causal: false, (image, _, patch) => clothes[image][patch]);
    }

    private static bool[] ShowClothes(ReadOnlySpan<byte> pixels, int width)
    {
        int patches = width / Side;
        double[] sums = new double[patches * patches];
        for (int pixel = 0; pixel < pixels.Length; pixel++)
            sums[pixel / width / Side * patches + pixel % width / Side] += pixels[pixel];
        return [.. sums.Select(static sum => sum / (Side * Side) >= Clothes)];
    }
}
