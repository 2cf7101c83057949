namespace NetGen.Generator.Propagation;

/// <summary>The places of a window along one side of an image: what it gathers from pixels, and what comes back to them.</summary>
/// <param name="Side">The length of the side.</param>
/// <param name="Places">How many places there are.</param>
/// <param name="Kernel">The length of the window.</param>
/// <param name="Stride">How far it is from one place to the next.</param>
/// <param name="Before">How far it begins before the first pixel.</param>
internal readonly record struct WindowAxis(int Side, int Places, int Kernel, int Stride, int Before)
{
    /// <summary>The mean over places of the number of pixels in the window: what lies outside the image is none.</summary>
    public double Pixels => Counts.Average();

    /// <summary>The mean of its square.</summary>
    public double PixelPairs => Counts.Average(static count => count * count);

    /// <summary>For each place the sum over the pixels of its window.</summary>
    public double[] Gather(double[] pixels)
    {
        double[] sums = new double[Side + 1];
        for (int pixel = 0; pixel < Side; pixel++)
            sums[pixel + 1] = sums[pixel] + pixels[pixel];
        double[] gathered = new double[Places];
        for (int place = 0; place < Places; place++)
            gathered[place] = sums[End(place)] - sums[First(place)];
        return gathered;
    }

    /// <summary>For each pixel the sum over the places whose window it is in: the adjoint.</summary>
    public double[] Scatter(double[] places)
    {
        double[] changes = new double[Side + 1];
        for (int place = 0; place < Places; place++)
        {
            changes[First(place)] += places[place];
            changes[End(place)] -= places[place];
        }

        double[] scattered = new double[Side];
        double sum = 0;
        for (int pixel = 0; pixel < Side; pixel++)
            scattered[pixel] = sum += changes[pixel];
        return scattered;
    }

    /// <summary>The pixel under a tap at a place.</summary>
    public int Pixel(int place, int tap) => place * Stride - Before + tap;

    /// <summary>The places at which a tap stands on the image.</summary>
    public (int First, int End) PlacesWith(int tap)
    {
        int first = Math.Max(0, (Before - tap + Stride - 1) / Stride);
        int behind = Side + Before - tap;
        return (first, Math.Max(first, Math.Min(Places, behind <= 0 ? 0 : (behind - 1) / Stride + 1)));
    }

    private int First(int place) => (int)Math.Min(Side, Math.Max(0, Start(place)));

    private int End(int place) => (int)Math.Min(Side, Math.Max(0, Start(place) + Kernel));

    private double[] Counts => Gather([.. Enumerable.Repeat(1.0, Side)]);

    private long Start(int place) => (long)place * Stride - Before;
}
