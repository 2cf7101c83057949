using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Single rows of a matrix that lies in panels, where the elements of a row are a panel's width apart.</summary>
internal static class PanelRows
{
    /// <summary>Copies a row out.</summary>
    /// <param name="matrix">The first element of the panels.</param>
    /// <param name="row">Which row.</param>
    /// <param name="width">Its length.</param>
    /// <param name="to">The first of as many floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Read(ref float matrix, int row, int width, ref float to)
    {
        ref float source = ref Unsafe.Add(ref matrix, Panels.Index(row, 0, width));
        for (int column = 0; column < width; column++)
            Unsafe.Add(ref to, column) = Unsafe.Add(ref source, column * Layout.PanelWidth);
    }

    /// <summary>Adds to a row.</summary>
    /// <param name="terms">The first of what is added.</param>
    /// <param name="width">The length of the row.</param>
    /// <param name="matrix">The first element of the panels.</param>
    /// <param name="row">Which row.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref float terms, int width, ref float matrix, int row)
    {
        ref float target = ref Unsafe.Add(ref matrix, Panels.Index(row, 0, width));
        for (int column = 0; column < width; column++)
            Unsafe.Add(ref target, column * Layout.PanelWidth) += Unsafe.Add(ref terms, column);
    }

    /// <summary>Adds the sum of several rows of terms to a row.</summary>
    /// <param name="terms">The first of the rows of terms.</param>
    /// <param name="more">A bit for each further one, by its distance from the first.</param>
    /// <param name="stride">How far it is from one row of terms to the next.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="matrix">The first element of the panels.</param>
    /// <param name="row">Which row.</param>
    public static void AddSum(ref float terms, ulong more, int stride, int width, ref float matrix, int row)
    {
        ref float target = ref Unsafe.Add(ref matrix, Panels.Index(row, 0, width));
        for (int column = 0; column < width; column++)
        {
            float sum = Unsafe.Add(ref terms, column);
            for (ulong rest = more; rest != 0; rest &= rest - 1)
                sum += Unsafe.Add(ref terms, BitOperations.TrailingZeroCount(rest) * stride + column);
            Unsafe.Add(ref target, column * Layout.PanelWidth) += sum;
        }
    }
}
