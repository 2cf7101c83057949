using System.ComponentModel;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// A compiled network: a pure function of parameters and input. The compiler implements it for every declared network;
/// training, prediction and probing are written once against it.
/// </summary>
public interface INetwork
{
    /// <summary>What the compiler knows of the network: its layers, shapes, parameters, cost and memory.</summary>
    static abstract NetworkInfo Info { get; }

    /// <summary>The parameters of this instance, by name.</summary>
    ParameterSet Parameters { get; }

    /// <summary>The forward pass without anything kept for a backward pass.</summary>
    /// <param name="parameters">The first element of a parameter slab of <see cref="MemoryPlan.Parameters"/> floats.</param>
    /// <param name="activations">The first element of <see cref="MemoryPlan.PredictionPerRow"/> floats a row.</param>
    /// <param name="rows">How many examples the input buffer holds.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void Infer(ref float parameters, ref float activations, int rows);

    /// <summary>The forward pass that keeps what the backward pass needs.</summary>
    /// <param name="parameters">The first element of a parameter slab of <see cref="MemoryPlan.Parameters"/> floats.</param>
    /// <param name="activations">The first element of <see cref="MemoryPlan.Scratch"/> floats and <see cref="MemoryPlan.TrainingPerRow"/> floats a row.</param>
    /// <param name="rows">How many examples the input buffer holds.</param>
    /// <param name="probe">Sees pre-activations, activations and streams as they arise.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void Forward<TProbe>(ref float parameters, ref float activations, int rows, ref TProbe probe)
        where TProbe : struct, IProbe;

    /// <summary>
    /// The backward pass. It expects the gradient of the loss with respect to the output in its buffer, writes every parameter's
    /// gradient into the slab and tells <paramref name="update"/> of each range as soon as it is finished and its parameters are needed no more.
    /// </summary>
    /// <param name="parameters">The first element of a parameter slab of <see cref="MemoryPlan.Parameters"/> floats.</param>
    /// <param name="gradients">The first element of a gradient slab, laid out as the parameters.</param>
    /// <param name="activations">What <see cref="Forward{TProbe}"/> left.</param>
    /// <param name="rows">The number of rows of that forward pass.</param>
    /// <param name="update">Told of finished gradients.</param>
    /// <param name="probe">Sees gradients as they arise.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void Backward<TUpdate, TProbe>(
        ref float parameters, ref float gradients, ref float activations, int rows, ref TUpdate update, ref TProbe probe)
        where TUpdate : struct, IParameterUpdate
        where TProbe : struct, IProbe;
}
