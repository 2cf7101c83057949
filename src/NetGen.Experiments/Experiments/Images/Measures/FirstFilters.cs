namespace NetGen.Experiments.Images;

/// <summary>The weights that look at the image itself, one picture for each channel that they make.</summary>
internal static class FirstFilters
{
    /// <summary>The filters of the first weight, in units of its greatest number.</summary>
    public static IReadOnlyList<float[]> Of<TNetwork>(TNetwork network)
        where TNetwork : class, INetwork
    {
        Parameter first = network.Parameters[TNetwork.Info.Parameters[0].Name];
        float[] weights = first.ToArray();
        float most = weights.Max(MathF.Abs);
        return [.. weights.Select(weight => most == 0 ? 0 : weight / most).Chunk(weights.Length / first.Shape[0])];
    }
}
