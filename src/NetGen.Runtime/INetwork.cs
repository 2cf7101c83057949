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
    /// <param name="scratch">The first element of <see cref="MemoryPlan.PredictionScratch"/> floats, for this thread alone.</param>
    /// <param name="activations">The first element of <see cref="MemoryPlan.PredictionPerExample"/> floats an example of the batch.</param>
    /// <param name="rows">Which examples.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void Infer(ref float parameters, ref float scratch, ref float activations, RowRange rows);

    /// <summary>The forward pass that keeps what the backward pass needs.</summary>
    /// <param name="parameters">The first element of a parameter slab of <see cref="MemoryPlan.Parameters"/> floats.</param>
    /// <param name="scratch">The first element of <see cref="MemoryPlan.Scratch"/> floats, for this thread alone.</param>
    /// <param name="activations">The first element of <see cref="MemoryPlan.TrainingPerExample"/> floats an example of the batch.</param>
    /// <param name="rows">Which examples.</param>
    /// <param name="probe">
    /// Sees pre-activations, activations and streams of the whole batch as they arise; it may look only where all rows are computed.
    /// </param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void Forward<TProbe>(ref float parameters, ref float scratch, ref float activations, RowRange rows, ref TProbe probe)
        where TProbe : struct, IProbe;

    /// <summary>
    /// The backward pass on one thread. It expects the gradient of the loss with respect to the output in its buffer, writes every
    /// parameter's gradient into the slab and tells <paramref name="update"/> of each range as soon as it is finished and its parameters
    /// are needed no more.
    /// </summary>
    /// <param name="parameters">The first element of a parameter slab of <see cref="MemoryPlan.Parameters"/> floats.</param>
    /// <param name="gradients">The first element of a gradient slab, laid out as the parameters.</param>
    /// <param name="scratch">The first element of <see cref="MemoryPlan.Scratch"/> floats.</param>
    /// <param name="activations">What <see cref="Forward{TProbe}"/> left.</param>
    /// <param name="rows">All rows of that forward pass.</param>
    /// <param name="update">Told of finished gradients, of which it takes all.</param>
    /// <param name="probe">Sees gradients as they arise.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void Backward<TUpdate, TProbe>(
        ref float parameters, ref float gradients, ref float scratch, ref float activations, RowRange rows, ref TUpdate update,
        ref TProbe probe)
        where TUpdate : struct, IParameterUpdate
        where TProbe : struct, IProbe;

    /// <summary>
    /// A stage of the forward pass, for threads that share it by rows. All have to be done with a stage before the next begins: where there
    /// are several, what one thread computes follows from what others have.
    /// </summary>
    /// <param name="stage">Which of <see cref="MemoryPlan.ForwardStages"/>, in order.</param>
    /// <param name="parameters">The first element of a parameter slab of <see cref="MemoryPlan.Parameters"/> floats.</param>
    /// <param name="scratch">The first element of <see cref="MemoryPlan.Scratch"/> floats, for this thread alone.</param>
    /// <param name="activations">The first element of <see cref="MemoryPlan.TrainingPerExample"/> floats an example of the batch.</param>
    /// <param name="rows">Which examples.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void ForwardStage(int stage, ref float parameters, ref float scratch, ref float activations, RowRange rows);

    /// <summary>
    /// A stage of the part of the backward pass that threads share by rows: the gradients of activations. It expects the gradient of the
    /// loss with respect to the output in its buffer.
    /// </summary>
    /// <param name="stage">Which of <see cref="MemoryPlan.BackwardStages"/>, in order.</param>
    /// <param name="parameters">The first element of a parameter slab of <see cref="MemoryPlan.Parameters"/> floats.</param>
    /// <param name="scratch">The first element of <see cref="MemoryPlan.Scratch"/> floats, for this thread alone.</param>
    /// <param name="activations">
    /// What <see cref="Forward{TProbe}"/> left, in <see cref="MemoryPlan.TeamTrainingPerExample"/> floats an example of the batch.
    /// </param>
    /// <param name="rows">Which examples.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void BackwardStage(int stage, ref float parameters, ref float scratch, ref float activations, RowRange rows);

    /// <summary>
    /// The rest of the backward pass, which threads share by panels of weights: the gradients of parameters, as sums over all rows.
    /// </summary>
    /// <param name="gradients">The first element of a gradient slab, laid out as the parameters.</param>
    /// <param name="scratch">The first element of <see cref="MemoryPlan.Scratch"/> floats, for this thread alone.</param>
    /// <param name="activations">What <see cref="BackwardStage"/> left when it was done with every row.</param>
    /// <param name="rows">All rows.</param>
    /// <param name="update">Says which gradients are this thread's, and is told when they are finished.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void BackwardWeights<TUpdate>(
        ref float gradients, ref float scratch, ref float activations, RowRange rows, ref TUpdate update)
        where TUpdate : struct, IParameterUpdate;
}

/// <summary>
/// A network of tokens that gives each position of a sequence a score for every token, from that position and those before alone. It can
/// generate sequences. The compiler implements it for every declared network that is one.
/// </summary>
public interface ICausalNetwork : INetwork
{
    /// <summary>The forward pass of some positions of a single sequence, which goes on from what it left of those before.</summary>
    /// <param name="parameters">The first element of a parameter slab of <see cref="MemoryPlan.Parameters"/> floats.</param>
    /// <param name="scratch">The first element of <see cref="MemoryPlan.PredictionScratch"/> floats, for this thread alone.</param>
    /// <param name="activations">The first element of <see cref="MemoryPlan.GenerationLength"/> floats.</param>
    /// <param name="rows">Which positions.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract void InferNext(ref float parameters, ref float scratch, ref float activations, RowRange rows);
}
