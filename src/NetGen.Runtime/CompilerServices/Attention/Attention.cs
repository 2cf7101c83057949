using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Scaled dot-product attention of every example to itself, head by head (Vaswani et al. 2017): <c>O = softmax(Q Kᵀ / sqrt(d)) V</c> with
/// the width <c>d</c> of a head. The queries, keys and values of a position lie in one row, one after the other, and each of them head
/// by head.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Attention
{
    /// <summary>Attends.</summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The length of a query, a key and a value, of all heads together.</param>
    /// <param name="heads">The number of heads, which divides it.</param>
    /// <param name="causal">Whether a query sees only the keys of its own position and of those before.</param>
    /// <param name="s">Scratch of this thread alone, as much as <see cref="AttentionLayout.Scratch"/> says.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the queries, keys and values lie in it, a row for every position.</param>
    /// <param name="to">Where the result goes, a row for every position.</param>
    /// <param name="weights">Where the softmax goes, for the gradient; below 0 where nobody needs it.</param>
    /// <param name="lengths">Where the numbers of keys lie that are attended to, one to a row; below 0 where all are.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apply(
        RowRange examples, int positions, int width, int heads, bool causal, ref float s, ref float a, nint from, nint to,
        nint weights = -1, nint lengths = -1)
    {
        (RowRange all, int first, int end) = examples.Split(positions);
        Apply(all, positions, width, heads, causal, ref s, ref a, from, to, weights, lengths, first, end);
    }

    /// <summary>Attends from some queries of every example: the results of all others stay as they are.</summary>
    /// <inheritdoc cref="Apply(RowRange, int, int, int, bool, ref float, ref float, nint, nint, nint, nint)"/>
    internal static void Apply(
        RowRange examples, int positions, int width, int heads, bool causal, ref float s, ref float a, nint from, nint to,
        nint weights, nint lengths, int firstQuery, int endQuery)
    {
        for (int example = examples.First; example < examples.End; example++)
        {
            ref float first = ref Unsafe.Add(ref a, to + ((nint)example * positions + firstQuery) * Layout.RowStride(width));
            new BatchSpan(ref first, endQuery - firstQuery, width).ClearPadding();
        }

        bool keeps = weights >= 0;
        ReadOnlySpan<float> numbers =
            lengths >= 0 ? MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref a, lengths), examples.Batch * Layout.RowStride(1)) : [];
        AttentionForward work = new(
            examples, new Heads(positions, width, heads), causal, ref s, ref Unsafe.Add(ref a, from), ref Unsafe.Add(ref a, to),
            ref Unsafe.Add(ref a, keeps ? weights : to), keeps, numbers, firstQuery, endQuery);
        work.Run();
    }

    /// <summary>
    /// The gradient with respect to queries, keys and values: with the softmax <c>P</c> and <c>dP = dO Vᵀ</c>, <c>dV = Pᵀ dO</c>,
    /// <c>dS = P ⊙ (dP - rowsum(P ⊙ dP)) / sqrt(d)</c>, <c>dQ = dS K</c> and <c>dK = dSᵀ Q</c>.
    /// </summary>
    /// <param name="examples">Which examples.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The length of a query, a key and a value, of all heads together.</param>
    /// <param name="heads">The number of heads, which divides it.</param>
    /// <param name="causal">Whether a query sees only the keys of its own position and of those before.</param>
    /// <param name="s">Scratch of this thread alone, as much as <see cref="AttentionLayout.Scratch"/> says.</param>
    /// <param name="a">The slab of activations.</param>
    /// <param name="from">Where the gradient with respect to the result lies in it.</param>
    /// <param name="projected">Where the queries, keys and values lie.</param>
    /// <param name="weights">Where the softmax lies.</param>
    /// <param name="to">Where the gradient goes, as queries, keys and values lie.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Backpropagate(
        RowRange examples, int positions, int width, int heads, bool causal, ref float s, ref float a, nint from, nint projected,
        nint weights, nint to)
    {
        examples.Times(positions).Of(ref a, to, 3 * width).ClearPadding();
        (RowRange all, _, int end) = examples.Split(positions);
        AttentionBackward work = new(
            all, end, new Heads(positions, width, heads), causal, ref s, ref Unsafe.Add(ref a, from), ref Unsafe.Add(ref a, projected),
            ref Unsafe.Add(ref a, weights), ref Unsafe.Add(ref a, to));
        work.Run();
    }
}
