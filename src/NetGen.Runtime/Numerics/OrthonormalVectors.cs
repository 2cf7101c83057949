using System.Runtime.Intrinsics;

namespace NetGen;

/// <summary>
/// Random orthonormal vectors, every direction equally likely: normal ones made orthogonal by the Gram-Schmidt process.
/// Each is projected twice, which suffices for full precision (Giraud et al. 2005).
/// </summary>
internal static class OrthonormalVectors
{
    /// <summary>Draws <paramref name="count"/> vectors.</summary>
    /// <param name="count">How many, not more than <paramref name="length"/>.</param>
    /// <param name="length">The length of each.</param>
    /// <param name="random">Where randomness comes from.</param>
    public static double[][] Draw(int count, int length, SeededRandom random)
    {
        double[][] vectors = new double[count][];
        for (int i = 0; i < count; i++)
        {
            double[] vector = new double[length];
            foreach (ref double component in vector.AsSpan())
                component = random.NextNormal();

            for (int pass = 0; pass < 2; pass++)
            {
                foreach (double[] earlier in vectors.AsSpan(0, i))
                    AddScaled(vector, -Dot(vector, earlier), earlier);
            }

            double norm = Math.Sqrt(Dot(vector, vector));
            foreach (ref double component in vector.AsSpan())
                component /= norm;
            vectors[i] = vector;
        }

        return vectors;
    }

    // Eight lanes on all hardware, so that the order of the sum is the same everywhere.
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        Vector512<double> lanes = Vector512<double>.Zero;
        int whole = a.Length - a.Length % Vector512<double>.Count;
        for (int i = 0; i < whole; i += Vector512<double>.Count)
            lanes += Vector512.Create(a[i..]) * Vector512.Create(b[i..]);

        double sum = 0;
        for (int lane = 0; lane < Vector512<double>.Count; lane++)
            sum += lanes[lane];
        for (int i = whole; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    private static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> direction)
    {
        int whole = target.Length - target.Length % Vector512<double>.Count;
        for (int i = 0; i < whole; i += Vector512<double>.Count)
            (Vector512.Create<double>(target[i..]) + Vector512.Create(factor) * Vector512.Create(direction[i..])).CopyTo(target[i..]);
        for (int i = whole; i < target.Length; i++)
            target[i] += factor * direction[i];
    }
}
