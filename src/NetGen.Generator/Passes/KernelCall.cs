namespace NetGen.Generator;

/// <summary>A kernel at work: a line of the forward or backward pass.</summary>
/// <param name="Kernel">What is run.</param>
/// <param name="Layer">The index of the layer it works for.</param>
/// <param name="Source">The rows it reads: <c>x</c>, <c>dz</c>, or the value an elementwise kernel begins with.</param>
/// <param name="Weight">The weight it multiplies by, or whose gradient it computes.</param>
/// <param name="Bias">The bias likewise.</param>
/// <param name="Operands">The values that the epilogue reads and writes, in the order of its steps; for a weight gradient, <c>x</c>.</param>
/// <param name="Result">The value it ends with.</param>
internal sealed record KernelCall(Kernel Kernel, int Layer, int Source, int? Weight, int? Bias, EquatableArray<int> Operands, int Result)
{
    /// <summary>The values that it writes to buffers.</summary>
    public IEnumerable<int> Writes => Kernel.Epilogue.Where(static step => step.Operand is not null)
        .Zip(Operands, static (step, value) => (step, value))
        .Where(static pair => pair.step is EpilogueStep.Store or EpilogueStep.Activate)
        .Select(static pair => pair.value);

    /// <summary>The values that it reads from buffers.</summary>
    public IEnumerable<int> Reads => Operands.Except(Writes).Append(Source);
}

/// <summary>The kernels of a training step.</summary>
/// <param name="Forward">Those of the forward pass.</param>
/// <param name="Backward">Those of the backward pass.</param>
internal sealed record StepSchedule(EquatableArray<KernelCall> Forward, EquatableArray<KernelCall> Backward)
{
    public EquatableArray<KernelCall> All => Forward.Concat(Backward).ToEquatableArray();
}
