using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// What norms need to know of a row. Means go through the lanes of <see cref="RowSum{TTerm}"/>, so that they do not depend on the
/// hardware; a row whose squares or sums leave the range of a float is looked at once more in double.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Normalization
{
    // Below it, squares may have lost digits because they are below the least float; an ε of this size covers that.
    private const float LeastSquare = 1e-24f;

    // The difference of two numbers of such a row may be no float.
    private const double Huge = 1e30;
    private const float HugeScale = 1f / (1L << 32) / (1L << 32);

    /// <summary><c>1 / sqrt(mean(x²) + ε)</c>.</summary>
    /// <param name="row">The first of <paramref name="width"/> numbers <c>x</c>.</param>
    /// <param name="width">How many.</param>
    /// <param name="epsilon">The <c>ε</c>.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static float InverseRms(ref float row, int width, float epsilon)
    {
        float square = (float)(RowSum<Product>.Of(ref row, ref row, width).First / width) + epsilon;
        return IsInRange(square)
            ? 1f / MathF.Sqrt(square)
            : (float)(1 / Math.Sqrt(PreciseMean(Row(ref row, width), 0, Row(ref row, width), 0) + epsilon));
    }

    /// <summary>The mean of <c>x ⊙ y</c>.</summary>
    /// <param name="x">The first of <paramref name="width"/> numbers.</param>
    /// <param name="y">The first of as many.</param>
    /// <param name="width">How many.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static float MeanProduct(ref float x, ref float y, int width)
    {
        float mean = (float)(RowSum<Product>.Of(ref x, ref y, width).First / width);
        return float.IsFinite(mean) ? mean : (float)PreciseMean(Row(ref x, width), 0, Row(ref y, width), 0);
    }

    /// <summary>What leads from <c>x</c> to <c>(x - μ) / sqrt(mean((x - μ)²) + ε)</c>, with the mean <c>μ</c>.</summary>
    /// <param name="row">The first of <paramref name="width"/> numbers <c>x</c>.</param>
    /// <param name="width">How many.</param>
    /// <param name="epsilon">The <c>ε</c>.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Standardization Standardize(ref float row, int width, float epsilon)
    {
        float center = (float)(RowSum<Itself>.Of(ref row, ref row, width).First / width);
        (double deviations, double squares) = RowSum<Deviation>.Of(ref row, ref row, width, center);
        double rest = deviations / width;
        float square = (float)Math.Max(0, squares / width - rest * rest) + epsilon;
        if (IsInRange(square))
            return new Standardization(new RowMean(1f, center, (float)rest), 1f / MathF.Sqrt(square));

        ReadOnlySpan<float> x = Row(ref row, width);
        double mean = PreciseMean(x);
        double deviation = Math.Sqrt(PreciseMean(x, mean, x, mean) + epsilon);
        float scale = Math.Max(Math.Abs(mean), deviation) > Huge ? HugeScale : 1f;
        return new Standardization(RowMean.Of(mean, scale), (float)(1 / (deviation * scale)));
    }

    /// <summary>The mean of <c>x</c>, and the mean of <c>x ⊙ y</c> for a <c>y</c> whose own mean is 0.</summary>
    /// <param name="x">The first of <paramref name="width"/> numbers.</param>
    /// <param name="y">The first of as many.</param>
    /// <param name="width">How many.</param>
    /// <param name="meanProduct">Receives the mean of the products.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static RowMean Mean(ref float x, ref float y, int width, out float meanProduct)
    {
        float center = (float)(RowSum<Itself>.Of(ref x, ref x, width).First / width);
        (double deviations, double products) = RowSum<DeviationProduct>.Of(ref x, ref y, width, center);
        meanProduct = (float)(products / width);
        if (float.IsFinite(meanProduct) && double.IsFinite(deviations))
            return new RowMean(1f, center, (float)(deviations / width));

        double mean = PreciseMean(Row(ref x, width));
        meanProduct = (float)PreciseMean(Row(ref x, width), mean, Row(ref y, width), 0);
        return RowMean.Of(mean, scale: 1f);
    }

    /// <summary>Whether a mean square and <c>ε</c> came of squares that floats hold.</summary>
    internal static bool IsInRange(float square) => square is > LeastSquare and < float.PositiveInfinity;

    private static ReadOnlySpan<float> Row(ref float row, int width) => MemoryMarshal.CreateReadOnlySpan(ref row, width);

    // The square of a float is no less than 1e-90 and no more than 1e77.
    private static double PreciseMean(ReadOnlySpan<float> x)
    {
        double sum = 0;
        foreach (float value in x)
            sum += value;
        return sum / x.Length;
    }

    private static double PreciseMean(ReadOnlySpan<float> x, double xCenter, ReadOnlySpan<float> y, double yCenter)
    {
        double sum = 0;
        for (int column = 0; column < x.Length; column++)
            sum += (x[column] - xCenter) * (y[column] - yCenter);
        return sum / x.Length;
    }
}
