using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Kernels;

/// <summary>A call in the forward or backward pass.</summary>
/// <param name="Layer">The index of the layer it works for.</param>
/// <param name="Result">The value it ends with.</param>
internal abstract record Call(int Layer, int Result)
{
    /// <summary>The values that it writes to buffers.</summary>
    public abstract IEnumerable<int> Writes { get; }

    /// <summary>The values that it reads from buffers.</summary>
    public abstract IEnumerable<int> Reads { get; }

    /// <summary>
    /// The parameters whose gradients it computes. These are sums over all rows; other calls compute rows, which do not depend on each
    /// other.
    /// </summary>
    public abstract IEnumerable<int> Parameters { get; }
}

/// <summary>A kernel at work.</summary>
/// <param name="Kernel">What is run.</param>
/// <param name="Layer">The index of the layer it works for.</param>
/// <param name="Source">The rows its product begins with.</param>
/// <param name="Weights">The weight it multiplies by, or whose gradient it computes, and the bias likewise.</param>
/// <param name="Operands">What the kernel's operands are.</param>
/// <param name="Values">The values of the product and of every step behind it.</param>
internal sealed record KernelCall(
    Kernel Kernel, int Layer, int Source, EquatableArray<int> Weights, EquatableArray<Operand> Operands, EquatableArray<int> Values)
    : Call(Layer, Values[Values.Count - 1])
{
    /// <summary>The window, where it is a convolution.</summary>
    public ConvolutionWindow Window { get; init; }

    public override IEnumerable<int> Writes => Buffers(written: true);

    public override IEnumerable<int> Reads => Buffers(written: false).Append(Source);

    public override IEnumerable<int> Parameters => Kernel.Product.SumsOverRows ? Weights : [];

    private IEnumerable<int> Buffers(bool written) => Kernel.Operands.Zip(Operands, static (slot, operand) => (slot, operand))
        .Where(pair => pair.slot.Kind is OperandKind.Rows or OperandKind.Row or OperandKind.Columns && pair.slot.Written == written)
        .Select(static pair => pair.operand.Value);
}

/// <summary>A routine of the runtime at work.</summary>
/// <param name="Routine">What is run.</param>
/// <param name="Layer">The index of the layer it works for.</param>
/// <param name="Buffers">The values it reads from buffers.</param>
/// <param name="Result">The value that it writes.</param>
/// <param name="Kept">The values that it keeps besides, by the names of the parameters that take them.</param>
/// <param name="Gradient">The parameter whose gradient that is, if it is one.</param>
/// <param name="Shared">Whether gradients of that parameter come from elsewhere too.</param>
internal sealed record RoutineCall(
    RoutineOperation Routine, int Layer, EquatableArray<int> Buffers, int Result,
    EquatableArray<KeptValue> Kept, int? Gradient, bool Shared)
    : Call(Layer, Result)
{
    public override IEnumerable<int> Writes => (Gradient is null ? new[] { Result } : []).Concat(Kept.Select(static kept => kept.Value));

    public override IEnumerable<int> Reads => Buffers;

    public override IEnumerable<int> Parameters => Gradient is int parameter ? [parameter] : [];
}

/// <summary>A value that a routine keeps.</summary>
/// <param name="Name">The parameter that takes it.</param>
/// <param name="Value">The value.</param>
internal readonly record struct KeptValue(string Name, int Value);
