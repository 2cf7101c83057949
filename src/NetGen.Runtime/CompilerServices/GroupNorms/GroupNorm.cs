using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Gives every group of channels mean 0 and variance 1 over all positions of an example (Wu and He 2018). As many groups as fill a few
/// vectors are looked at together.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class GroupNorm
{
    /// <summary><c>x̂ = (x - μ) r</c> with <c>r = 1 / sqrt(mean((x - μ)²) + ε)</c> and the mean <c>μ</c> of a group.</summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The number of channels.</param>
    /// <param name="groups">The number of groups, which divides it.</param>
    /// <param name="epsilon">The <c>ε</c>.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where <c>x</c> lies in it.</param>
    /// <param name="to">Where <c>x̂</c> goes.</param>
    /// <param name="inverse">Where <c>r</c> goes, a row of groups for each example; below 0 where nobody needs it.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Normalize(
        RowRange examples, int positions, int width, int groups, float epsilon, ref float a, nint from, nint to, nint inverse = -1)
    {
        examples.Times(positions).Of(ref a, to, width).ClearPadding();
        if (inverse >= 0)
            examples.Of(ref a, inverse, groups).ClearPadding();
        GroupSpan all = new(positions, Layout.RowStride(width), width / groups, groups);
        for (nint example = examples.First; example < examples.End; example++)
        {
            nint place = example * positions * all.Stride, kept = inverse + example * Layout.RowStride(groups);
            for (int group = 0; group < groups; group += all.Together)
            {
                GroupSpan span = all.From(group);
                nint first = place + (nint)group * all.Size;
                Span<float> inverses = inverse >= 0 ? MemoryMarshal.CreateSpan(ref Unsafe.Add(ref a, kept + group), span.Groups) : [];
                Normalize(span, epsilon, ref Unsafe.Add(ref a, from + first), ref Unsafe.Add(ref a, to + first), inverses);
            }
        }
    }

    /// <summary>
    /// The gradient with respect to <c>x</c>: with means over a group, <c>dx = r (dx̂ - mean(dx̂) - x̂ mean(dx̂ ⊙ x̂))</c>.
    /// </summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The number of channels.</param>
    /// <param name="groups">The number of groups, which divides it.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where <c>dx̂</c> lies in it.</param>
    /// <param name="normalized">Where <c>x̂</c> lies.</param>
    /// <param name="inverse">Where <c>r</c> lies, a row of groups for each example.</param>
    /// <param name="to">Where <c>dx</c> goes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Backpropagate(
        RowRange examples, int positions, int width, int groups, ref float a, nint from, nint normalized, nint inverse, nint to)
    {
        examples.Times(positions).Of(ref a, to, width).ClearPadding();
        GroupSpan all = new(positions, Layout.RowStride(width), width / groups, groups);
        for (nint example = examples.First; example < examples.End; example++)
        {
            nint place = example * positions * all.Stride, kept = inverse + example * Layout.RowStride(groups);
            for (int group = 0; group < groups; group += all.Together)
            {
                GroupSpan span = all.From(group);
                nint first = place + (nint)group * all.Size;
                Backpropagate(
                    span, ref Unsafe.Add(ref a, from + first), ref Unsafe.Add(ref a, normalized + first),
                    MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref a, kept + group), span.Groups), ref Unsafe.Add(ref a, to + first));
            }
        }
    }

    // The corrected two-pass algorithm, as for a row (RowMean).
    private static void Normalize(GroupSpan span, float epsilon, ref float x, ref float result, Span<float> inverses)
    {
        Span<double> firsts = stackalloc double[GroupSpan.Strip], squares = stackalloc double[GroupSpan.Strip];
        Span<float> centers = stackalloc float[GroupSpan.Strip], rests = stackalloc float[GroupSpan.Strip];
        Span<float> factors = stackalloc float[GroupSpan.Strip];
        span.Sum<Itself>(ref x, ref x, centers, firsts, squares);
        for (int group = 0; group < span.Groups; group++)
            centers[group] = (float)(firsts[group] / span.Count);
        span.Sum<Deviation>(ref x, ref x, centers, firsts, squares);
        for (int group = 0; group < span.Groups; group++)
        {
            double rest = firsts[group] / span.Count;
            float square = (float)Math.Max(0, squares[group] / span.Count - rest * rest) + epsilon;
            (centers[group], rests[group], factors[group]) = Normalization.IsInRange(square)
                ? (centers[group], (float)rest, 1f / MathF.Sqrt(square))
                : span.StandardizePrecisely(ref x, group, epsilon);
        }

        span.Apply<Standardized>(ref x, ref x, ref result, centers, rests, factors);
        if (!inverses.IsEmpty)
            factors[..span.Groups].CopyTo(inverses);
    }

    private static void Backpropagate(
        GroupSpan span, ref float upstream, ref float normalized, ReadOnlySpan<float> inverses, ref float result)
    {
        Span<double> sums = stackalloc double[GroupSpan.Strip], products = stackalloc double[GroupSpan.Strip];
        Span<float> means = stackalloc float[GroupSpan.Strip], shares = stackalloc float[GroupSpan.Strip];
        span.Sum<DeviationProduct>(ref upstream, ref normalized, means, sums, products);
        for (int group = 0; group < span.Groups; group++)
            (means[group], shares[group]) = ((float)(sums[group] / span.Count), (float)(products[group] / span.Count));
        span.Apply<Projected>(ref upstream, ref normalized, ref result, means, shares, inverses);
    }

    // ((x - c) - δ) r
    private readonly struct Standardized : IGroupFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Of<TSimd, TVector>(TVector x, TVector y, TVector first, TVector second, TVector factor)
            where TSimd : ISimd<TVector>
            where TVector : struct => TSimd.Multiply(TSimd.Subtract(TSimd.Subtract(x, first), second), factor);
    }

    // ((dx̂ - mean(dx̂)) - x̂ mean(dx̂ ⊙ x̂)) r
    internal readonly struct Projected : IGroupFormula
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TVector Of<TSimd, TVector>(TVector x, TVector y, TVector first, TVector second, TVector factor)
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            TVector opposite = TSimd.Subtract(TSimd.Create(0f), second);
            return TSimd.Multiply(TSimd.FusedMultiplyAdd(y, opposite, TSimd.Subtract(x, first)), factor);
        }
    }
}
