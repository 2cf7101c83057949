using NetGen.Benchmarks;

namespace NetGen.Compare.Works;

/// <summary>A training step: forward pass, loss, backward pass, optimizer, always with the same batch.</summary>
/// <param name="group">The table it is in.</param>
/// <param name="name">Its row.</param>
/// <param name="create">Makes the network.</param>
/// <param name="optimizer">The optimizer.</param>
/// <param name="optimizerName">How <c>pytorch/worker.py</c> calls it.</param>
/// <param name="loss">The loss.</param>
/// <param name="lossName">How <c>pytorch/worker.py</c> calls it.</param>
/// <param name="batch">The number of examples.</param>
/// <param name="products">The products of its forward pass.</param>
internal class TrainingWork<TNetwork, TOptimizer, TLoss>(
    WorkGroup group, string name, Func<TNetwork> create, TOptimizer optimizer, string optimizerName, TLoss loss, string lossName, int batch,
    ForwardProducts products)
    : Work(name, TNetwork.Info.Name, batch)
    where TNetwork : class, INetwork
    where TOptimizer : struct, IOptimizer
    where TLoss : struct, ILoss
{
    private const int ComparedSteps = 10;

    private static NetworkInfo Info => TNetwork.Info;

    protected Func<TNetwork> Create { get; } = create;

    public override WorkGroup Group => group;

    public override string Optimizer => optimizerName;

    public override string Loss => lossName;

    public override double Flops => Batch * products.StepFlops(Info);

    /// <summary>
    /// Adam divides by the root of squared gradients, so that the rounding of small ones grows from step to step. So it does through batch
    /// norms: on one thread and two, and with channels first and last, PyTorch's own tenth losses of ResNet-20 differ by up to 7e-4.
    /// </summary>
    public override double Tolerance => group == WorkGroup.Images ? 1e-3 : 1e-4;

    /// <summary>
    /// The forward and the backward pass read the parameters; the optimizer, while it has their gradients in the cache, reads and writes
    /// them and what it remembers of each.
    /// </summary>
    public override double Traffic => (4.0 + 2 * optimizer.StateCount) * sizeof(float) * Info.ParameterCount;

    public override SafetensorsFile Start()
    {
        SafetensorsFile file = FileOf(Create(), Info, Uniform(Batch * Info.InputLength, seed: 1), Batch);
        file.Add(
            "target", [Batch, Info.OutputWidth],
            typeof(TLoss) == typeof(SoftmaxCrossEntropy) ? Classes() : Uniform(Batch * Info.OutputWidth, seed: 2));
        return file;
    }

    public override Subject NetGen(SafetensorsFile start, int threads)
    {
        TNetwork network = Create();
        Load(network, start);
        Trainer<TNetwork, TOptimizer, TLoss> trainer = network.CreateTrainer(optimizer, loss, Batch, threads: threads);
        Func<float> step = Step(trainer, start);
        float[] losses = new float[ComparedSteps];
        foreach (ref float value in losses.AsSpan())
            value = step();

        return new Subject(Version, "", losses, count =>
        {
            for (int i = 0; i < count; i++)
                step();
        }, trainer);
    }

    /// <summary>The largest relative difference of two losses of the same step.</summary>
    public override double Difference(ReadOnlySpan<float> answers, ReadOnlySpan<float> others)
    {
        double difference = 0;
        for (int step = 0; step < answers.Length; step++)
            difference = Math.Max(difference, RelativeToLargest(answers.Slice(step, 1), others.Slice(step, 1)));
        return difference;
    }

    /// <summary>What takes a step on the start's inputs and targets and returns the loss before it.</summary>
    protected virtual Func<float> Step(Trainer<TNetwork, TOptimizer, TLoss> trainer, SafetensorsFile start)
    {
        float[] inputs = [.. start.Tensors["input"].Values], targets = [.. start.Tensors["target"].Values];
        return () => trainer.Step(inputs, targets);
    }

    /// <summary>For each example the probabilities of classes: 1 for one of them.</summary>
    private float[] Classes()
    {
        SeededRandom random = new(2);
        float[] targets = new float[Batch * Info.OutputWidth];
        for (int row = 0; row < Batch; row++)
            targets[row * Info.OutputWidth + random.NextInt32(Info.OutputWidth)] = 1;
        return targets;
    }
}
