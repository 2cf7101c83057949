using NetGen.Benchmarks.Measuring;

namespace NetGen.Benchmarks;

/// <summary>A network, a batch size and a loss.</summary>
public sealed class TrainingCase : IWork
{
    private readonly string name;
    private readonly Func<int, (Func<float> Step, IDisposable Trainer)> prepare;

    private TrainingCase(string name, double flops, long plannedBytes, Func<int, (Func<float> Step, IDisposable Trainer)> prepare)
    {
        this.name = name;
        this.prepare = prepare;
        Flops = flops;
        PlannedBytes = plannedBytes;
    }

    /// <summary>Of the products that a step computes: forward, and backward for all weights and all inputs but the network's own.</summary>
    public double Flops { get; }

    /// <summary>Of parameters, their gradients, Adam's two moments of each, and activations.</summary>
    public long PlannedBytes { get; }

    internal static TrainingCase Find(string name) => StepBenchmarks.Cases.Single(@case => @case.name == name);

    internal static TrainingCase Of<TNetwork, TLoss>(
        string name, Func<TNetwork> create, TLoss loss, int batch, ForwardProducts? products = null)
        where TNetwork : class, INetwork
        where TLoss : struct, ILoss
    {
        MemoryPlan memory = TNetwork.Info.Memory;
        long plannedBytes = sizeof(float) * (4L * memory.Parameters + memory.Scratch + (long)memory.TrainingPerExample * batch);
        double flops = batch * (products ?? ForwardProducts.OfVector).StepFlops(TNetwork.Info);
        return new TrainingCase($"{name}, batch {batch}", flops, plannedBytes, threads =>
        {
            float[] inputs = Inputs.Uniform(batch * TNetwork.Info.InputLength);
            float[] targets = Targets(loss, batch, TNetwork.Info.OutputWidth);
            Trainer<TNetwork, Adam, TLoss> trainer = create().CreateTrainer(new Adam(1e-3f), loss, batch, threads: threads);
            return (() => trainer.Step(inputs, targets), trainer);
        });
    }

    /// <summary>Makes what a step needs.</summary>
    /// <param name="threads">How many threads share a step.</param>
    /// <returns>What takes a step, and what to dispose of.</returns>
    public (Func<float> Step, IDisposable Trainer) Prepare(int threads = 1) => prepare(threads);

    public override string ToString() => name;

    // A class in turn for each example, as cross-entropy wants them, and numbers for other losses.
    private static float[] Targets<TLoss>(TLoss loss, int batch, int width)
    {
        if (loss is not SoftmaxCrossEntropy)
            return Inputs.Uniform(batch * width);

        float[] targets = new float[batch * width];
        for (int example = 0; example < batch; example++)
            targets[example * width + example % width] = 1;
        return targets;
    }
}
