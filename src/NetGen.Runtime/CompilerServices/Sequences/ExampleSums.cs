using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Sums over the examples of a batch of what stands at one of their positions.</summary>
internal static class ExampleSums
{
    private const int Strip = 64;

    /// <summary>Adds the sum of each column to a number of its own.</summary>
    /// <param name="examples">How many examples.</param>
    /// <param name="width">How many columns.</param>
    /// <param name="stride">How far it is from one example to the next.</param>
    /// <param name="terms">The position in the first example.</param>
    /// <param name="sums">The number of the first column.</param>
    /// <param name="apart">How far it is from one number to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(int examples, int width, int stride, ref float terms, ref float sums, int apart)
    {
        if (examples > 1)
        {
            AddSums(examples, width, stride, ref terms, ref sums, apart);
            return;
        }

        for (int column = 0; column < width; column++)
            Unsafe.Add(ref sums, column * apart) += Unsafe.Add(ref terms, column);
    }

    private static void AddSums(int examples, int width, int stride, ref float terms, ref float sums, int apart)
    {
        Span<double> strip = stackalloc double[Strip], none = stackalloc double[Strip];
        for (int start = 0; start < width; start += Strip)
        {
            int columns = Math.Min(Strip, width - start);
            ref float first = ref Unsafe.Add(ref terms, start);
            PositionSums<Itself> work = new(examples, columns, stride, ref first, ref first, ref first, strip, none);
            work.Run();
            for (int column = 0; column < columns; column++)
                Unsafe.Add(ref sums, (start + column) * apart) += (float)strip[column];
        }
    }
}
