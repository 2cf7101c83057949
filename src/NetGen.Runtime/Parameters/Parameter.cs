using System.Collections.Immutable;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// A parameter of a network: a weight <c>[out, in]</c>, that of a convolution <c>[out, in, height, width]</c>, or a bias <c>[out]</c>. Its
/// values are copied in and out in the order of its shape, whatever the layout they have in the network's memory. Not to be
/// changed while the network trains or predicts on another thread.
/// </summary>
public sealed class Parameter
{
    private readonly ParameterInfo info;
    private readonly Slab slab;

    internal Parameter(ParameterInfo info, Slab slab)
    {
        this.info = info;
        this.slab = slab;
        Count = info.Count;
    }

    /// <summary>Its name, such as <c>layers.3.linear.weight</c>.</summary>
    public string Name => info.Name;

    /// <summary>
    /// Its shape: <c>[out, in]</c> for a weight, <c>[out, in, height, width]</c> for that of a convolution, <c>[out]</c> for a bias.
    /// </summary>
    public ImmutableArray<int> Shape => info.Shape;

    /// <summary>The number of its values.</summary>
    public int Count { get; }

    /// <summary>Its shape in files: a number of steps has no dimensions there.</summary>
    internal ImmutableArray<int> StoredShape => info.IsCount ? [] : Shape;

    /// <summary>The type of its values in files.</summary>
    internal NumberType StoredType => info.IsCount ? NumberType.I64 : NumberType.F32;

    private ref float Origin => ref Unsafe.Add(ref slab.Origin, info.Offset);

    /// <summary>Copies the values out.</summary>
    /// <param name="destination">Receives <see cref="Count"/> values, row by row.</param>
    /// <exception cref="ArgumentException">Its length is not <see cref="Count"/>.</exception>
    [OverloadResolutionPriority(1)]
    public void CopyTo(Span<float> destination)
    {
        RequireCount(destination.Length, nameof(destination));
        if (Shape.Length > 1)
            Panels.Unpack(ref Origin, Shape.AsSpan(), destination);
        else
            MemoryMarshal.CreateReadOnlySpan(ref Origin, Count).CopyTo(destination);
    }

    /// <summary>Copies the values out.</summary>
    /// <param name="destination">Receives the values; of the same shape as the parameter, with any strides.</param>
    /// <exception cref="ArgumentException">Its shape is not <see cref="Shape"/>.</exception>
    public void CopyTo(in TensorSpan<float> destination)
    {
        RequireShape(destination.Lengths, nameof(destination));
        new ReadOnlyTensorSpan<float>(ToArray(), destination.Lengths).CopyTo(destination);
    }

    /// <summary>Copies values in.</summary>
    /// <param name="source"><see cref="Count"/> values, row by row.</param>
    /// <exception cref="ArgumentException">Its length is not <see cref="Count"/>.</exception>
    [OverloadResolutionPriority(1)]
    public void CopyFrom(ReadOnlySpan<float> source)
    {
        RequireCount(source.Length, nameof(source));
        if (Shape.Length > 1)
            Panels.Pack(source, Shape.AsSpan(), ref Origin);
        else
            source.CopyTo(MemoryMarshal.CreateSpan(ref Origin, Count));
    }

    /// <summary>Copies values in.</summary>
    /// <param name="source">The values; of the same shape as the parameter, with any strides.</param>
    /// <exception cref="ArgumentException">Its shape is not <see cref="Shape"/>.</exception>
    public void CopyFrom(in ReadOnlyTensorSpan<float> source)
    {
        RequireShape(source.Lengths, nameof(source));
        float[]? copy = null;
        CopyFrom(TensorMemory.Of(source, ref copy));
    }

    /// <summary>Multiplies every value.</summary>
    /// <param name="factor">A finite factor.</param>
    /// <exception cref="ArgumentOutOfRangeException">The factor is infinite or not a number.</exception>
    public void Scale(float factor)
    {
        if (!float.IsFinite(factor))
            throw new ArgumentOutOfRangeException(nameof(factor), factor, $"{Name}: expected a finite factor.");

        float[] values = ToArray();
        TensorPrimitives.Multiply(values, factor, values);
        CopyFrom(values);
    }

    /// <summary>A copy of the values, row by row.</summary>
    /// <returns>An array of <see cref="Count"/> values.</returns>
    public float[] ToArray()
    {
        float[] values = new float[Count];
        CopyTo(values);
        return values;
    }

    private void RequireCount(int length, string argument)
    {
        if (length != Count)
            throw new ArgumentException($"{Name}: expected {Count} values [{string.Join(", ", Shape)}], got {length}.", argument);
    }

    private void RequireShape(ReadOnlySpan<nint> lengths, string argument)
    {
        bool same = lengths.Length == Shape.Length;
        for (int dimension = 0; same && dimension < lengths.Length; dimension++)
            same = lengths[dimension] == Shape[dimension];

        if (!same)
            throw new ArgumentException(
                $"{Name}: expected shape [{string.Join(", ", Shape)}], got {TensorMemory.Describe(lengths)}.", argument);
    }
}
