using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>Work that is written for every vector width.</summary>
internal interface IVectorized
{
    /// <summary>Does it with vectors of one width.</summary>
    void Run<TSimd, TVector>()
        where TSimd : ISimd<TVector>
        where TVector : struct;
}

internal static class VectorizedExtensions
{
    /// <summary>Does the work with the widest vectors that the hardware has.</summary>
    public static void Run<TWork>(this ref TWork work)
        where TWork : struct, IVectorized, allows ref struct
    {
        if (Vector512.IsHardwareAccelerated)
            work.Run<Simd512, Vector512<float>>();
        else if (Vector256.IsHardwareAccelerated)
            work.Run<Simd256, Vector256<float>>();
        else
            work.Run<Simd128, Vector128<float>>();
    }

    /// <summary>Does the work with the widest vectors of which two lie in a row: 16 columns hold two of 256 bits.</summary>
    public static void Run<TWork>(this ref TWork work, int width)
        where TWork : struct, IVectorized, allows ref struct
    {
        if (Layout.IsNarrow(width) && Vector256.IsHardwareAccelerated)
            work.Run<Simd256, Vector256<float>>();
        else
            work.Run();
    }
}
