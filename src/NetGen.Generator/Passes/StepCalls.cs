using NetGen.Generator.Kernels;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>The calls of a training step.</summary>
/// <param name="Forward">The calls of the forward pass.</param>
/// <param name="Backward">The calls of the backward pass.</param>
/// <param name="Shared">The parameters whose gradients are sums over several calls.</param>
internal sealed record StepCalls(EquatableArray<Call> Forward, EquatableArray<Call> Backward, EquatableArray<int> Shared)
{
    public EquatableArray<Call> All => Forward.Concat(Backward).ToEquatableArray();

    /// <summary>The calls of the backward pass that compute rows: gradients of activations.</summary>
    public EquatableArray<Call> BackwardData => Backward.Where(static call => !call.Parameters.Any()).ToEquatableArray();

    /// <summary>The calls that sum over rows: gradients of parameters. No other call needs what they compute.</summary>
    public EquatableArray<Call> BackwardWeights => Backward.Where(static call => call.Parameters.Any()).ToEquatableArray();

    /// <summary>The gradients that are sums over several calls.</summary>
    public IReadOnlyList<SharedSum> Sums => SharedSum.Of(BackwardWeights, Shared);
}
