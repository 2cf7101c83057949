namespace NetGen.Generator;

/// <summary>A line of the forward or backward pass.</summary>
/// <param name="Layer">The index of the layer it works for.</param>
/// <param name="Result">The value it ends with.</param>
internal abstract record Call(int Layer, int Result)
{
    /// <summary>The values that it writes to buffers.</summary>
    public abstract IEnumerable<int> Writes { get; }

    /// <summary>The values that it reads from buffers.</summary>
    public abstract IEnumerable<int> Reads { get; }

    /// <summary>The parameters whose gradients it computes. Those are sums over all rows; what other lines compute is rows, which do not depend on each other.</summary>
    public abstract IEnumerable<int> Parameters { get; }
}

/// <summary>A kernel at work.</summary>
/// <param name="Kernel">What is run.</param>
/// <param name="Layer">The index of the layer it works for.</param>
/// <param name="Source">The rows it reads: <c>x</c>, <c>dz</c>, or the value an elementwise kernel begins with.</param>
/// <param name="Weight">The weight it multiplies by, or whose gradient it computes.</param>
/// <param name="Bias">The bias likewise.</param>
/// <param name="Operands">What the kernel's operands are.</param>
/// <param name="Values">The values of the product and of every step behind it.</param>
internal sealed record KernelCall(
    Kernel Kernel, int Layer, int Source, int? Weight, int? Bias, EquatableArray<Operand> Operands, EquatableArray<int> Values)
    : Call(Layer, Values[Values.Count - 1])
{
    public override IEnumerable<int> Writes => Buffers(written: true);

    public override IEnumerable<int> Reads => Buffers(written: false).Append(Source);

    public override IEnumerable<int> Parameters => Kernel.IsWeightGradient ? new[] { Weight, Bias }.OfType<int>() : [];

    private IEnumerable<int> Buffers(bool written) => Kernel.Operands.Zip(Operands, static (slot, operand) => (slot, operand))
        .Where(pair => pair.slot.Kind is OperandKind.Rows or OperandKind.Row && pair.slot.Written == written)
        .Select(static pair => pair.operand.Value);
}

/// <summary>A routine of the runtime at work.</summary>
/// <param name="Routine">What is run.</param>
/// <param name="Layer">The index of the layer it works for.</param>
/// <param name="Buffers">The values it reads from buffers.</param>
/// <param name="Result">The value that it writes.</param>
/// <param name="Gradient">The parameter whose gradient that is, if it is one.</param>
/// <param name="Shared">Whether gradients of that parameter come from elsewhere too.</param>
internal sealed record RoutineCall(RoutineOperation Routine, int Layer, EquatableArray<int> Buffers, int Result, int? Gradient, bool Shared) : Call(Layer, Result)
{
    public override IEnumerable<int> Writes => Gradient is null ? [Result] : [];

    public override IEnumerable<int> Reads => Buffers;

    public override IEnumerable<int> Parameters => Gradient is int parameter ? [parameter] : [];
}

/// <summary>The lines of a training step.</summary>
/// <param name="Forward">Those of the forward pass.</param>
/// <param name="Backward">Those of the backward pass.</param>
/// <param name="Shared">The parameters whose gradients are sums over several lines.</param>
internal sealed record StepCalls(EquatableArray<Call> Forward, EquatableArray<Call> Backward, EquatableArray<int> Shared)
{
    public EquatableArray<Call> All => Forward.Concat(Backward).ToEquatableArray();

    /// <summary>The lines of the backward pass that compute rows: gradients of activations.</summary>
    public EquatableArray<Call> BackwardData => Backward.Where(static call => !call.Parameters.Any()).ToEquatableArray();

    /// <summary>The lines that sum over rows: gradients of parameters. No other line needs what they compute.</summary>
    public EquatableArray<Call> BackwardWeights => Backward.Where(static call => call.Parameters.Any()).ToEquatableArray();
}
