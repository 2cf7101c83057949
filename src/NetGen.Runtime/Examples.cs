using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>What is asked of the examples that come in: whole ones of the network's shape, and finite numbers where it trains.</summary>
internal static class Examples
{
    /// <summary>Counts the inputs.</summary>
    /// <exception cref="ArgumentException">
    /// The number of floats or tokens is no multiple of an example's, there are floats for tokens or tokens for floats, there is not a
    /// length for each sequence, or there are lengths of what is no sequence.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary, or a length not from 1 to all.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(NetworkInfo network, in Inputs inputs)
    {
        if (inputs.AreTokens || network.Vocabulary is not null || !inputs.Lengths.IsEmpty)
            SequenceRules.Check(network, inputs);
        (int rows, int rest) = Math.DivRem(inputs.Count, network.InputLength);
        return rest == 0 ? rows : throw NoWholeRows(network, inputs);
    }

    /// <summary>Counts the inputs.</summary>
    /// <exception cref="ArgumentException">There are none, or what <see cref="Count(NetworkInfo, in Inputs)"/> says.</exception>
    public static int SomeRows(NetworkInfo network, in Inputs inputs)
    {
        int rows = Count(network, inputs);
        return rows > 0 ? rows : throw NoRows();
    }

    /// <exception cref="ArgumentException">There are not <paramref name="rows"/> examples.</exception>
    public static void RequireRows(int floats, int rows, int exampleLength, ImmutableArray<int> shape, string tensor)
    {
        if (floats != (long)rows * exampleLength)
            throw OtherRows(floats, rows, exampleLength, shape, tensor);
    }

    /// <summary>What is wrong with a number for each row, where each class of a row wants one.</summary>
    public static ArgumentException LabelsAsFloats(int rows, int classes, string tensor) => new(
        $"{tensor}: expected {(long)rows * classes} floats, a number for every class, got {rows}, one a row. "
        + "Labels are an int[] or a ReadOnlySpan<int>; a collection expression such as [3, 0] is taken for floats.",
        tensor);

    /// <summary>Counts the examples to train on.</summary>
    /// <param name="network">The network.</param>
    /// <param name="inputs">The examples.</param>
    /// <param name="most">How many there may be.</param>
    /// <param name="least">How many there have to be.</param>
    /// <param name="targets">How many there are by their targets, where those tell.</param>
    /// <exception cref="ArgumentException">There are too few or too many, or a value is not finite.</exception>
    public static int Rows(NetworkInfo network, in Inputs inputs, int most = int.MaxValue, int least = 1, int? targets = null)
    {
        int rows = SomeRows(network, inputs);
        if (rows > most)
            throw targets > 0 && targets <= most ? OtherShape(network, inputs, targets.Value) : TooManyRows(rows, most);
        if (rows < least)
        {
            throw new ArgumentException(
                $"inputs: expected at least {least} examples, got {rows}: "
                + $"a batch norm of {network.Name} needs more than 1 value of each channel to train. "
                + "Where it is what an epoch leaves over, dropLast: true of its batches leaves it out.",
                nameof(inputs));
        }

        RequireFinite(inputs.Values, network.InputShape, nameof(inputs));
        return rows;
    }

    /// <summary>Checks the shapes of tensors. Their values may have to be copied before they are checked.</summary>
    /// <exception cref="ArgumentException">
    /// A shape is not <c>[rows, ...]</c> with the network's dimensions, or there are no rows or too many, or not as many targets.
    /// </exception>
    public static void RequireShapes(NetworkInfo network, ReadOnlySpan<nint> inputs, ReadOnlySpan<nint> targets, int most = int.MaxValue)
    {
        int rows = RequireInputs(network, inputs, most);
        int targetCount = RequireShape(targets, network.OutputShape, nameof(targets));
        RequireRows(targetCount, rows, network.OutputLength, network.OutputShape, nameof(targets));
    }

    /// <returns>How many rows there are.</returns>
    /// <exception cref="ArgumentException">
    /// The shape is not <c>[rows, ...]</c> with the dimensions of the network's inputs, or there are no rows or too many.
    /// </exception>
    public static int RequireInputs(NetworkInfo network, ReadOnlySpan<nint> inputs, int most = int.MaxValue)
    {
        int rows = RequireShape(inputs, network.InputShape, nameof(inputs)) / network.InputLength;
        return rows > 0 ? AtMost(rows, most) : throw NoRows();
    }

    /// <returns>How many values there are.</returns>
    /// <exception cref="ArgumentException">
    /// The shape is not any number of rows by the example's dimensions, or there are more values than an array holds.
    /// </exception>
    public static int RequireShape(ReadOnlySpan<nint> lengths, ImmutableArray<int> shape, string tensor)
    {
        bool same = lengths.Length == shape.Length + 1;
        int exampleLength = 1;
        for (int dimension = 0; same && dimension < shape.Length; dimension++)
        {
            same = lengths[dimension + 1] == shape[dimension];
            exampleLength *= shape[dimension];
        }

        if (!same)
            throw new ArgumentException(
                $"{tensor}: expected shape [rows, {string.Join(", ", shape)}], got {TensorMemory.Describe(lengths)}.", tensor);

        int most = Array.MaxLength / exampleLength;
        return lengths[0] <= most
            ? (int)lengths[0] * exampleLength
            : throw new ArgumentException(
                $"{tensor}: expected at most {most} rows, whose values fit into one array, got {lengths[0]}.", tensor);
    }

    /// <summary>Copies inputs to where a network's passes read them.</summary>
    public static void CopyInputs(NetworkInfo network, ReadOnlySpan<float> inputs, ref float to)
    {
        if (network.Memory.PackedInput)
            inputs.CopyTo(MemoryMarshal.CreateSpan(ref to, inputs.Length));
        else
            new BatchSpan(ref to, inputs.Length / network.InputWidth, network.InputWidth).CopyFrom(inputs);
    }

    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static void RequireFinite(ReadOnlySpan<float> values, ImmutableArray<int> shape, string tensor)
    {
        if (!AreFinite(values))
            ThrowNotFinite(values, shape, tensor);
    }

    /// <summary>Where the value of an index stands: its row, and its place in an example of a shape.</summary>
    public static (int Row, int[] Place) PlaceOf(int index, ReadOnlySpan<int> shape)
    {
        int rest = index;
        int[] place = new int[shape.Length];
        for (int dimension = shape.Length - 1; dimension >= 0; dimension--)
            (rest, place[dimension]) = Math.DivRem(rest, shape[dimension]);
        return (rest, place);
    }

    /// <summary>How often a length goes into another, where it does so without a remainder.</summary>
    public static int? WholeNumber(int length, int part)
    {
        (int count, int rest) = Math.DivRem(length, part);
        return rest == 0 ? count : null;
    }

    private static int AtMost(int rows, int most) => rows <= most ? rows : throw TooManyRows(rows, most);

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

    private static void ThrowNotFinite(ReadOnlySpan<float> values, ImmutableArray<int> shape, string tensor)
    {
        int index = 0;
        while (float.IsFinite(values[index]))
            index++;

        (int row, int[] place) = PlaceOf(index, shape.AsSpan());
        string at = place.Length == 1 ? $"column {place[0]}" : $"at [{string.Join(", ", place)}]";
        throw new ArgumentException(FormattableString.Invariant(
            $"{tensor}: expected finite numbers, got {values[index]} in row {row}, {at} (counted from 0)."), tensor);
    }

    private static ArgumentException TooManyRows(int inputs, int most) =>
        new($"inputs: expected at most {most} rows, the batch size of the trainer, got {inputs}.", nameof(inputs));

    // There are as many examples as targets, so it is their length that does not fit.
    private static ArgumentException OtherShape(NetworkInfo network, in Inputs inputs, int examples)
    {
        string unit = inputs.AreTokens ? "tokens" : "floats";
        string expected = $"{network.InputLength} {unit}, {ShapeText.Of(network.InputShape.AsSpan())}, for each of {examples} examples";
        string got = WholeNumber(inputs.Count, examples) is { } each ? $"{each} for each" : $"{inputs.Count} in all";
        return new($"inputs: expected {expected}, as many as there are targets or labels of, got {got}.", nameof(inputs));
    }

    private static ArgumentException NoRows() => new("inputs: expected at least one row, got none.", "inputs");

    // Messages stand apart, so that checks are small enough to be inlined.
    private static ArgumentException NoWholeRows(NetworkInfo network, in Inputs inputs)
    {
        string unit = inputs.AreTokens ? "tokens" : "floats";
        string row = $"one row of {ShapeText.Of(network.InputShape.AsSpan())} for each example";
        return new($"inputs: expected a multiple of {network.InputLength} {unit}, {row}, got {inputs.Count}.", nameof(inputs));
    }

    private static ArgumentException OtherRows(int floats, int rows, int exampleLength, ImmutableArray<int> shape, string tensor)
    {
        long expected = (long)rows * exampleLength;
        return new($"{tensor}: expected {expected} floats, {rows} rows of {ShapeText.Of(shape.AsSpan())}, got {floats}.", tensor);
    }
}
