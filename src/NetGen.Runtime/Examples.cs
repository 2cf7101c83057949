using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Checks examples: they have to be whole rows of the network's width, and finite where they are trained on.</summary>
internal static class Examples
{
    /// <summary>Counts the rows.</summary>
    /// <exception cref="ArgumentException">The length is no multiple of the width.</exception>
    public static int Count(int length, int width, string tensor)
    {
        (int rows, int rest) = Math.DivRem(length, width);
        return rest == 0 ? rows : throw NoWholeRows(length, width, tensor);
    }

    /// <exception cref="ArgumentException">There are not <paramref name="rows"/> rows.</exception>
    public static void RequireRows(int length, int rows, int width, string tensor)
    {
        if (length != (long)rows * width)
            throw OtherRows(length, rows, width, tensor);
    }

    /// <summary>Counts the rows of examples to train on.</summary>
    /// <exception cref="ArgumentException">There are no rows or too many, targets are not as many, or a value is not finite.</exception>
    public static int Rows(NetworkInfo network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, int most = int.MaxValue)
    {
        int rows = Rows(network, inputs.Length, targets.Length, most);
        RequireFinite(inputs, network.InputWidth, nameof(inputs));
        RequireFinite(targets, network.OutputWidth, nameof(targets));
        return rows;
    }

    /// <summary>Checks the shapes of tensors. Their values may have to be copied before they are checked.</summary>
    /// <exception cref="ArgumentException">
    /// A shape is not <c>[rows, width]</c>, or there are no rows or too many, or not as many targets.
    /// </exception>
    public static void RequireShapes(NetworkInfo network, ReadOnlySpan<nint> inputs, ReadOnlySpan<nint> targets, int most = int.MaxValue)
    {
        int inputCount = RequireShape(inputs, network.InputWidth, nameof(inputs));
        int targetCount = RequireShape(targets, network.OutputWidth, nameof(targets));
        Rows(network, inputCount, targetCount, most);
    }

    /// <returns>How many values there are.</returns>
    /// <exception cref="ArgumentException">The shape is not <c>[any, width]</c>, or there are more values than an array holds.</exception>
    public static int RequireShape(ReadOnlySpan<nint> lengths, int width, string tensor)
    {
        if (lengths.Length != 2 || lengths[1] != width)
            throw new ArgumentException($"{tensor}: expected shape [rows, {width}], got {TensorMemory.Describe(lengths)}.", tensor);

        int most = Array.MaxLength / width;
        return lengths[0] <= most
            ? (int)lengths[0] * width
            : throw new ArgumentException(
                $"{tensor}: expected at most {most} rows, whose values fit into one array, got {lengths[0]}.", tensor);
    }

    private static void RequireFinite(ReadOnlySpan<float> values, int width, string tensor)
    {
        if (!AreFinite(values))
            ThrowNotFinite(values, width, tensor);
    }

    private static int Rows(NetworkInfo network, int inputs, int targets, int most)
    {
        int rows = Count(inputs, network.InputWidth, nameof(inputs));
        if (rows == 0)
            throw new ArgumentException("inputs: expected at least one row, got none.", nameof(inputs));
        if (rows > most)
        {
            throw new ArgumentException(
                $"inputs: expected at most {most} rows, the batch size of the trainer, got {rows}.", nameof(inputs));
        }

        RequireRows(targets, rows, network.OutputWidth, nameof(targets));
        return rows;
    }

    // A difference x - x is 0 if x is finite, else not a number. TensorPrimitives.IsFiniteAll takes longer to compile, and the first step
    // would wait for it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool AreFinite(ReadOnlySpan<float> values)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        Vector<int> finite = Vector<int>.AllBitsSet;
        for (int i = 0; i < vectors.Length; i++)
            finite &= Vector.Equals(vectors[i] - vectors[i], Vector<float>.Zero);

        bool rest = true;
        for (int i = vectors.Length * Vector<float>.Count; i < values.Length; i++)
            rest &= float.IsFinite(values[i]);
        return rest && finite == Vector<int>.AllBitsSet;
    }

    private static void ThrowNotFinite(ReadOnlySpan<float> values, int width, string tensor)
    {
        int index = 0;
        while (float.IsFinite(values[index]))
            index++;

        (int row, int column) = Math.DivRem(index, width);
        throw new ArgumentException(FormattableString.Invariant(
            $"{tensor}: expected finite numbers, got {values[index]} in row {row}, column {column} (counted from 0)."), tensor);
    }

    // The messages have methods of their own, so that the checks are small enough to be inlined.
    private static ArgumentException NoWholeRows(int length, int width, string tensor) =>
        new($"{tensor}: expected a multiple of {width} floats, one row of {width} for each example, got {length}.", tensor);

    private static ArgumentException OtherRows(int length, int rows, int width, string tensor) =>
        new($"{tensor}: expected {(long)rows * width} floats, {rows} rows of {width}, got {length}.", tensor);
}
