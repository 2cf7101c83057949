using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>What optimizers do about averages of gradients that have vanished.</summary>
internal static class Vanishing
{
    // Left alone, they would decay into denormal numbers and stay there, and processors take many times longer for those.
    public const float Threshold = 1e-36f;

    /// <summary>Zero where the magnitude is below 1e-36. NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Flush<TSimd, TVector>(TVector average)
        where TSimd : ISimd<TVector>
        where TVector : struct =>
        TSimd.Select(TSimd.LessThan(TSimd.Abs(average), TSimd.Create(Threshold)), TSimd.Create(0f), average);
}
