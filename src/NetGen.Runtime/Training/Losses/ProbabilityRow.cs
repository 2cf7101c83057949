using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>A row of targets that are the probabilities of classes.</summary>
internal readonly ref struct ProbabilityRow(ReadOnlySpan<float> row, Span<float> rest) : ITargetRow<float, ProbabilityRow>
{
    private readonly LaneRow lanes = new(row, rest);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ProbabilityRow Of(ReadOnlySpan<float> targets, int row, int width, Span<float> rest) =>
        new(targets.Slice(row * width, width), rest);

    public static bool IsIgnored(ReadOnlySpan<float> targets, int row, int? ignored) => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Load<TSimd, TVector>(int column)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        lanes.Load<TSimd, TVector>(column);
}
