using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// The moving average <c>v ← β₂ v + (1 - β₂) g²</c> for gradients of any size that a float has. Squares have twice the exponent, so
/// below 1e-36 and beyond the greatest float <c>v</c> is kept as <c>-sqrt(v)</c>, and averaged with roots and gradients scaled by a
/// power of two (Blue 1978).
/// </summary>
internal static class MeanSquare
{
    // The roots of 1e-36 and, about, of the greatest float.
    private const float LeastRoot = 1e-18f;
    private const float GreatestRoot = 1.8e19f;

    private const float TwoTo40 = 1L << 40;
    private const float TwoTo60 = 1L << 60;

    // A mean is at most a few times its root mean square where both were averaged from the same gradients. A larger mean was not averaged
    // from the same gradients, for instance after a load, and is left alone.
    private const float VanishingMean = 1e-30f;

    /// <summary>A way to average.</summary>
    public interface IAverage
    {
        /// <summary>Averages a vector of gradients, unless one of them is not for this way; then it leaves all as it is.</summary>
        /// <param name="kept">The average so far, as it is kept; receives the next one.</param>
        /// <param name="mean">The mean gradient, which vanishes together with the average.</param>
        /// <param name="gradient">The gradient <c>g</c>.</param>
        /// <param name="beta">The decay <c>β₂</c>.</param>
        /// <param name="rest"><c>1 - β₂</c>.</param>
        /// <param name="root">Receives the root of the next average.</param>
        static abstract bool TryAverage<TSimd, TVector>(
            ref TVector kept, ref TVector mean, TVector gradient, TVector beta, TVector rest, out TVector root)
            where TSimd : ISimd<TVector>
            where TVector : struct;
    }

    /// <summary>For averages that a float holds, and for averages that have vanished.</summary>
    public readonly struct OfUsual : IAverage
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool TryAverage<TSimd, TVector>(
            ref TVector kept, ref TVector mean, TVector gradient, TVector beta, TVector rest, out TVector root)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector least = TSimd.Create(Vanishing.Threshold);
            TVector square = Average<TSimd, TVector>(kept, gradient, beta, rest);
            TVector usual = Usual<TSimd, TVector>(kept, square);
            if (TSimd.AnyLessThan(usual, least)
                && TSimd.AnyLessThan(TSimd.Select(Forgotten<TSimd, TVector>(kept, mean, gradient), least, usual), least))
            {
                root = default;
                return false;
            }

            kept = TSimd.Select(TSimd.LessThan(usual, least), TSimd.Create(0f), square);
            root = TSimd.Sqrt(kept);
            return true;
        }
    }

    /// <summary>For all averages. Averages that a float holds get the same bits as in the other way.</summary>
    public readonly struct OfAny : IAverage
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool TryAverage<TSimd, TVector>(
            ref TVector kept, ref TVector mean, TVector gradient, TVector beta, TVector rest, out TVector root)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector zero = TSimd.Create(0f);
            TVector isRoot = TSimd.LessThan(kept, zero);
            TVector square = Average<TSimd, TVector>(kept, gradient, beta, rest);
            TVector isUsual = TSimd.Select(isRoot, zero, Within<TSimd, TVector>(square, Vanishing.Threshold, float.MaxValue));

            root = TSimd.Select(isRoot, TSimd.Abs(kept), TSimd.Sqrt(kept));
            root = RootOfAverage<TSimd, TVector>(root, gradient, beta, rest);
            TVector isSmall = TSimd.LessThan(root, TSimd.Create(Vanishing.Threshold));
            TVector isZero = TSimd.Select(isSmall, isSmall, Forgotten<TSimd, TVector>(kept, mean, gradient));
            root = TSimd.Select(isZero, zero, root);
            TVector hasSquare = Within<TSimd, TVector>(root, LeastRoot, GreatestRoot);

            kept = TSimd.Select(isUsual, square, TSimd.Select(hasSquare, TSimd.Multiply(root, root), TSimd.Subtract(zero, root)));
            mean = TSimd.Select(isZero, TSimd.Select(TSimd.LessThan(TSimd.Abs(mean), TSimd.Create(VanishingMean)), zero, mean), mean);
            root = TSimd.Select(isUsual, TSimd.Sqrt(square), root);
            return true;
        }
    }

    /// <summary>
    /// Averages where every average, its square's root and the mean are floats far from vanishing, which one comparison tells; all other
    /// vectors it leaves to <see cref="IAverage"/>, which gets the same bits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryPlainAverage<TSimd, TVector>(ref TVector kept, TVector mean, TVector gradient, TVector beta, TVector rest)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector least = TSimd.Create(Vanishing.Threshold);
        TVector square = Average<TSimd, TVector>(kept, gradient, beta, rest);
        if (TSimd.AnyLessThan(TSimd.Min(Usual<TSimd, TVector>(kept, square), TSimd.Abs(mean)), least))
            return false;

        kept = square;
        return true;
    }

    // Below the least where the square is, where a root is kept, and where the square is beyond the greatest float.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Usual<TSimd, TVector>(TVector kept, TVector square)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector headroom = TSimd.Min(kept, TSimd.Subtract(TSimd.Create(float.MaxValue), square));
        return TSimd.Min(TSimd.Add(headroom, TSimd.Create(Vanishing.Threshold)), square);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Average<TSimd, TVector>(TVector kept, TVector gradient, TVector beta, TVector rest)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.FusedMultiplyAdd(TSimd.Multiply(rest, gradient), gradient, TSimd.Multiply(beta, kept));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector RootOfAverage<TSimd, TVector>(TVector root, TVector gradient, TVector beta, TVector rest)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector largest = TSimd.Max(TSimd.Abs(gradient), root);
        TVector small = TSimd.LessThan(largest, TSimd.Create(1 / TwoTo40));
        TVector great = TSimd.LessThan(TSimd.Create(TwoTo60), largest);
        TVector one = TSimd.Create(1f);
        TVector scale = TSimd.Select(
            small, TSimd.Create(TwoTo40 * TwoTo40), TSimd.Select(great, TSimd.Create(1 / TwoTo40 / TwoTo60), one));
        TVector unscale = TSimd.Select(
            small, TSimd.Create(1 / TwoTo40 / TwoTo40), TSimd.Select(great, TSimd.Create(TwoTo40 * TwoTo60), one));

        TVector g = TSimd.Multiply(scale, gradient);
        TVector r = TSimd.Multiply(scale, root);
        TVector square = TSimd.FusedMultiplyAdd(TSimd.Multiply(rest, g), g, TSimd.Multiply(TSimd.Multiply(beta, r), r));
        return TSimd.Multiply(unscale, TSimd.Sqrt(square));
    }

    // Without a gradient, and the mean has vanished: a small average has no use any more.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Forgotten<TSimd, TVector>(TVector kept, TVector mean, TVector gradient)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        TVector zero = TSimd.Create(0f);
        TVector still = TSimd.LessThanOrEqual(TSimd.Max(TSimd.Abs(gradient), TSimd.Abs(mean)), zero);
        TVector greatRoot = TSimd.LessThan(kept, TSimd.Create(-1f));
        return TSimd.Select(greatRoot, zero, still);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Within<TSimd, TVector>(TVector x, float least, float greatest)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Select(TSimd.LessThanOrEqual(TSimd.Create(least), x), TSimd.LessThanOrEqual(x, TSimd.Create(greatest)), TSimd.Create(0f));
}
