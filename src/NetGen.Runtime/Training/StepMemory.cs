using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>The memory of a training step: scratch for every thread, and the activations of a batch with their gradients.</summary>
internal sealed class StepMemory
{
    private readonly NetworkInfo network;
    private readonly Slab slab;
    private readonly int threads;

    public StepMemory(NetworkInfo network, int batchSize, int threads)
    {
        MemoryPlan memory = network.Memory;
        int perRow = threads == 1 ? memory.TrainingPerExample : memory.TeamTrainingPerExample;
        long largest = Math.Max(0, Slab.MaxLength - (long)threads * memory.Scratch - memory.TrainingPerBatch) / perRow;
        if (batchSize > largest)
        {
            throw new ArgumentOutOfRangeException(nameof(batchSize), batchSize,
                $"{network.Name}: expected a batch of at most {largest} examples; the activations of more do not fit into one array.");
        }

        this.network = network;
        BatchSize = batchSize;
        this.threads = threads;
        slab = new Slab(threads * memory.Scratch + memory.TrainingPerBatch + perRow * batchSize);
    }

    /// <summary>The most examples that it holds.</summary>
    public int BatchSize { get; }

    /// <summary>Where the activations start, behind what there is once for the batch.</summary>
    public ref float Activations => ref Unsafe.Add(ref slab.Origin, threads * network.Memory.Scratch + network.Memory.TrainingPerBatch);

    /// <summary>Where a thread's scratch starts.</summary>
    public ref float Scratch(int thread) => ref Unsafe.Add(ref slab.Origin, thread * network.Memory.Scratch);

    public void CopyInputs(in Inputs inputs) =>
        inputs.CopyTo(network, ref Activations, network.Memory.Training.Input, network.Memory.Lengths.Training);

    public BatchSpan Output(int rows) => Buffer(network.Memory.Training.Output, rows, network.OutputPositions, network.OutputWidth);

    public BatchSpan OutputGradient(int rows) =>
        Buffer(network.Memory.Training.OutputGradient, rows, network.OutputPositions, network.OutputWidth);

    /// <summary>Writes the key of a step, for every thread, where the network has a use for it.</summary>
    public void WriteKey(StepKey key)
    {
        if (network.Memory.Training.StepKey is >= 0 and int place)
        {
            for (int thread = 0; thread < threads; thread++)
                key.Write(ref Unsafe.Add(ref Scratch(thread), place));
        }
    }

    private BatchSpan Buffer(int offset, int rows, int positions, int width) =>
        new(ref Unsafe.Add(ref Activations, (nint)offset * rows), rows * positions, width);
}
