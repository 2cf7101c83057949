namespace NetGen.Experiments.PlainImages;

/// <summary>What is held against what.</summary>
internal static class ImageNetworks
{
    /// <summary>The depths of the residual networks that all others are held against.</summary>
    public static IReadOnlyList<int> Depths { get; } = [8, 20, 56];

    /// <summary>With a batch norm behind every convolution, and without norms.</summary>
    public static IReadOnlyList<bool> Norms { get; } = [true, false];

    /// <summary>The depth at which learners shrink.</summary>
    public const int FrontierDepth = 20;

    /// <summary>How many channels the first convolution of a layer makes, as a share of the stage's, from the widest on.</summary>
    public static IReadOnlyList<double> LearnerShares { get; } = [1, 0.5, 0.25];

    /// <summary>The channels of the first stage.</summary>
    private const int Width = 16;

    /// <summary>The networks of one depth.</summary>
    /// <param name="depth">The depth.</param>
    /// <param name="full">Whether the first stage has images in their full size, rather than half as high and wide.</param>
    public static IEnumerable<ImageNetwork> Of(int depth, bool full)
    {
        ResNetShape shape = new(depth, Width, StemStride: full ? 1 : 2);
        foreach (bool norm in Norms)
        {
            foreach (Way way in Enum.GetValues<Way>().Where(way => way.Suits(norm, depth)))
                yield return new ImageNetwork(way, norm, shape);
        }

        if (depth != FrontierDepth)
            yield break;
        foreach (double share in LearnerShares.Skip(1))
        {
            foreach (Way way in FrontierWays)
                yield return new ImageNetwork(way, Norm: true, shape, share);
        }
    }

    /// <summary>Those whose learners shrink: the residual network, the source's coder, and the one that loses least.</summary>
    public static IReadOnlyList<Way> FrontierWays { get; } = [Way.Residual, Way.CoderB, Way.CoderA];
}
