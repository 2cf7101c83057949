using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>A row of targets that is 1 in the column of its label and 0 elsewhere.</summary>
internal readonly ref struct LabelRow(int label) : ITargetRow<int, LabelRow>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LabelRow Of(ReadOnlySpan<int> targets, int row, int width, Span<float> rest) => new(targets[row]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsIgnored(ReadOnlySpan<int> targets, int row, int? ignored) => targets[row] == ignored;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Load<TSimd, TVector>(int column)
        where TSimd : ISimd<TVector>
        where TVector : struct
    {
        // A difference that is rounded as a float is far from the lanes' 0 to 15.
        TVector distance = TSimd.Abs(TSimd.Subtract(TSimd.Indices, TSimd.Create(label - column)));
        return TSimd.Select(TSimd.LessThan(distance, TSimd.Create(0.5f)), TSimd.Create(1f), TSimd.Create(0f));
    }
}
