using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// A parameter with its complete gradient, for an optimizer that takes it whole. Number <c>i</c> of <see cref="Parameters"/>,
/// <see cref="Gradients"/> and each of <see cref="States"/> belong together; which row and column it has is the network's own business, and
/// <see cref="Unpack"/> tells. There is padding among them, which is zero in all of them and has to stay zero.
/// </summary>
public readonly ref struct WholeTensor
{
    internal WholeTensor(
        ReadOnlySpan<int> shape, Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states, Span<float> scratch)
    {
        Shape = shape;
        Parameters = parameters;
        Gradients = gradients;
        States = states;
        Scratch = scratch;
    }

    /// <summary>
    /// The shape: <c>[out, in]</c> for a weight, <c>[out, in, height, width]</c> for that of a convolution, <c>[out]</c> for a bias or
    /// another vector, <c>[1]</c> for a number.
    /// </summary>
    public ReadOnlySpan<int> Shape { get; }

    /// <summary>The parameter, changed in place.</summary>
    public Span<float> Parameters { get; }

    /// <summary>Its gradient.</summary>
    public ReadOnlySpan<float> Gradients { get; }

    /// <summary>What the optimizer remembers of it.</summary>
    public OptimizerStates States { get; }

    /// <summary>
    /// Memory to work in, at least as long as the optimizer's <see cref="IOptimizer.ScratchLength"/>. What is in it is left over from other
    /// tensors.
    /// </summary>
    public Span<float> Scratch { get; }

    /// <summary>The number of its values, padding not counted.</summary>
    public int Count => Layout.Outputs(Shape) * Layout.FanIn(Shape);

    /// <summary>Copies numbers into rows and columns.</summary>
    /// <param name="values">As many numbers as <see cref="Parameters"/>, in the same places.</param>
    /// <param name="matrix">Receives <see cref="Count"/> numbers in the order of <see cref="Shape"/>, row by row.</param>
    /// <exception cref="ArgumentException">A span is of another length.</exception>
    public void Unpack(ReadOnlySpan<float> values, Span<float> matrix)
    {
        RequireLength(Parameters.Length, values.Length, nameof(values));
        RequireLength(Count, matrix.Length, nameof(matrix));
        if (Shape.Length > 1)
            Panels.Unpack(ref MemoryMarshal.GetReference(values), Shape, matrix);
        else
            values[..matrix.Length].CopyTo(matrix);
    }

    /// <summary>Copies numbers out of rows and columns.</summary>
    /// <param name="matrix"><see cref="Count"/> numbers in the order of <see cref="Shape"/>, row by row.</param>
    /// <param name="values">Receives as many numbers as <see cref="Parameters"/>, in the same places, with zeros for padding.</param>
    /// <exception cref="ArgumentException">A span is of another length.</exception>
    public void Pack(ReadOnlySpan<float> matrix, Span<float> values)
    {
        RequireLength(Count, matrix.Length, nameof(matrix));
        RequireLength(Parameters.Length, values.Length, nameof(values));
        if (Shape.Length > 1)
        {
            Panels.Pack(matrix, Shape, ref MemoryMarshal.GetReference(values));
        }
        else
        {
            matrix.CopyTo(values);
            values[matrix.Length..].Clear();
        }
    }

    private static void RequireLength(int expected, int actual, string name)
    {
        if (actual != expected)
            throw new ArgumentException($"Expected {expected} numbers, got {actual}.", name);
    }
}
