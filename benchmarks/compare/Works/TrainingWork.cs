namespace NetGen.Compare.Works;

/// <summary>A training step: forward pass, loss, backward pass, Adam, always with the same batch.</summary>
internal sealed class TrainingWork<TNetwork, TLoss>(string name, Func<TNetwork> create, TLoss loss, string lossName, int batch)
    : Work(name, TNetwork.Info.Name, batch)
    where TNetwork : class, INetwork
    where TLoss : struct, ILoss
{
    private const int ComparedSteps = 10;

    private static NetworkInfo Info => TNetwork.Info;

    public override int OutputWidth => Info.OutputWidth;

    public override WorkGroup Group => WorkGroup.Training;

    public override string Loss => lossName;

    /// <summary>Three products for each weight matrix, but that nothing asks for the gradient of the input.</summary>
    public override double Flops
    {
        get
        {
            double[] sizes = [.. Info.Parameters.Where(static parameter => parameter.Shape.Length == 2)
                .Select(static parameter => (double)parameter.Shape[0] * parameter.Shape[1])];
            return 2.0 * Batch * (3 * sizes.Sum() - sizes[0]);
        }
    }

    /// <summary>Adam divides by the root of squared gradients, so that the rounding of small ones grows from step to step.</summary>
    public override double Tolerance => 1e-4;

    /// <summary>
    /// The forward and the backward pass read the parameters; Adam, while it has their gradients in the cache, reads and writes them and
    /// two means of each.
    /// </summary>
    public override double Traffic => 8.0 * sizeof(float) * Info.ParameterCount;

    public override SafetensorsFile Start()
    {
        SafetensorsFile file = FileOf(create(), Uniform(Batch * Info.InputWidth, seed: 1), Batch);
        file.Add(
            "target", [Batch, Info.OutputWidth],
            typeof(TLoss) == typeof(SoftmaxCrossEntropy) ? Classes() : Uniform(Batch * Info.OutputWidth, seed: 2));
        return file;
    }

    public override Subject NetGen(SafetensorsFile start, int threads)
    {
        TNetwork network = create();
        Load(network, start);
        Trainer<TNetwork, Adam, TLoss> trainer = network.CreateTrainer(new Adam(1e-3f), loss, Batch, threads: threads);
        float[] inputs = [.. start.Tensors["input"].Values], targets = [.. start.Tensors["target"].Values];
        float[] losses = new float[ComparedSteps];
        foreach (ref float value in losses.AsSpan())
            value = trainer.Step(inputs, targets);

        return new Subject(Version, "", losses, count =>
        {
            for (int i = 0; i < count; i++)
                trainer.Step(inputs, targets);
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
