namespace NetGen;

/// <summary>
/// Says what a network may cost, beside <see cref="MlpAttribute"/> or <see cref="NetworkAttribute"/>. One that costs more does not compile,
/// and the error names the layer that costs most. What is not set has no limit.
/// </summary>
/// <example>
/// <code>
/// [Mlp(Width = 64, Depth = 20), Budget(Parameters = 100_000, Flops = 200_000)]
/// public sealed partial class Small;
/// </code>
/// </example>
// Structs are let through so that NetGen's own diagnostic, which says what to do, speaks instead of the compiler's.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class BudgetAttribute : Attribute
{
    /// <summary>The most parameters, at least 1: frozen ones count, state does not (<see cref="NetworkInfo.ParameterCount"/>).</summary>
    public long Parameters { get; set; }

    /// <summary>The most bytes of parameters, at least 1: 4 for each, padding not counted (<see cref="LayerInfo.Bytes"/>).</summary>
    public long Bytes { get; set; }

    /// <summary>
    /// The most floating-point operations of a forward pass for one example, at least 1; a multiply-add counts as two
    /// (<see cref="NetworkInfo.Flops"/>).
    /// </summary>
    public long Flops { get; set; }

    /// <summary>
    /// The most bytes of activations and their gradients, with padding, that each example of a batch takes in a training step on one
    /// thread, at least 1: 4 times <see cref="MemoryPlan.TrainingPerExample"/>. What there is once for a batch, and the scratch of
    /// threads, does not count.
    /// </summary>
    public long ActivationBytes { get; set; }
}
