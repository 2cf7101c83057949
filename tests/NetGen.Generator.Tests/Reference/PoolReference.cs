namespace NetGen.Generator.Tests;

/// <summary>Pooling by its definition: every window is a list of places in its image.</summary>
internal static class PoolReference
{
    /// <summary>The greatest number of every window; of equal ones the first.</summary>
    public static double[] Max(PoolWindow window, int channels, double[] images) =>
        [.. Windows(window, channels, images.Length).Select(places => images[places[Greatest(places, images)]])];

    /// <summary>Which number of its window that is, counted row by row.</summary>
    public static double[] MaxIndex(PoolWindow window, int channels, double[] images) =>
        [.. Windows(window, channels, images.Length).Select(places => (double)Greatest(places, images))];

    /// <summary>The gradients of greatest numbers, each at its place.</summary>
    public static double[] MaxGradient(PoolWindow window, int channels, double[] upstream, double[] index)
    {
        double[] gradient = new double[Length(window, channels, upstream.Length)];
        foreach ((int output, int[] places) in Windows(window, channels, gradient.Length).Index())
            gradient[places[(int)Math.Round(index[output])]] += upstream[output];
        return gradient;
    }

    /// <summary>The mean of every window, with zeros for the rim.</summary>
    public static double[] Mean(PoolWindow window, int channels, double[] images) =>
        [.. Windows(window, channels, images.Length).Select(places => places.Average(place => place < 0 ? 0 : images[place]))];

    /// <summary>The gradients of means, shared by the places of each.</summary>
    public static double[] MeanGradient(PoolWindow window, int channels, double[] upstream)
    {
        double[] gradient = new double[Length(window, channels, upstream.Length)];
        foreach ((int output, int[] places) in Windows(window, channels, gradient.Length).Index())
        {
            foreach (int place in places.Where(static place => place >= 0))
                gradient[place] += upstream[output] / places.Length;
        }

        return gradient;
    }

    private static int Greatest(int[] places, double[] images) =>
        Enumerable.Range(0, places.Length).Where(i => places[i] >= 0).MaxBy(i => images[places[i]]);

    private static int Length(PoolWindow window, int channels, int outputs) =>
        outputs / (Places(window, window.Height) * Places(window, window.Width)) / channels * channels * window.Height * window.Width;

    private static int Places(PoolWindow window, int side) => (side + 2 * window.Padding - window.Kernel) / window.Stride + 1;

    // The places of each output's window in a batch of images, -1 for those on the rim.
    private static IEnumerable<int[]> Windows(PoolWindow window, int channels, int length) =>
        from image in Enumerable.Range(0, length / (window.Height * window.Width * channels))
        from top in Enumerable.Range(0, Places(window, window.Height)).Select(place => place * window.Stride - window.Padding)
        from left in Enumerable.Range(0, Places(window, window.Width)).Select(place => place * window.Stride - window.Padding)
        from channel in Enumerable.Range(0, channels)
        select (
            from row in Enumerable.Range(top, window.Kernel)
            from column in Enumerable.Range(left, window.Kernel)
            select row < 0 || row >= window.Height || column < 0 || column >= window.Width
                ? -1
                : ((image * window.Height + row) * window.Width + column) * channels + channel).ToArray();
}
