namespace NetGen.Runtime.Tests;

public sealed class CheckpointTests
{
    private const int Rows = 8;

    [Fact]
    public void Resumed_training_gives_the_same_bits_as_training_that_never_stopped()
    {
        Compare<From7To45, Adam>(static () => new Adam(1e-2f));
        Compare<From45To7, AdamW>(static () => new AdamW(1e-2f));
        Compare<From64To64, Sgd>(static () => new Sgd(1e-2f, momentum: 0.9f));
        Compare<From130To1, Sgd>(static () => new Sgd(1e-2f, momentum: 0.9f, nesterov: true));
        Compare<From7To45, Sgd>(static () => new Sgd(1e-2f));
        Compare<From45To7, Muon>(static () => new Muon(1e-2f));
        Compare<From64To64, AmsGrad>(static () => new AmsGrad(1e-2f));

        static void Compare<TShape, TOptimizer>(Func<TOptimizer> optimizer)
            where TShape : struct, IShape
            where TOptimizer : struct, IOptimizer
        {
            using TemporaryFolder folder = new();
            var straight = Trainer(new ReLULayer<TShape>(seed: 1), optimizer());
            Train(straight, 0, 10);
            straight.Save(folder.File("straight"));

            var first = Trainer(new ReLULayer<TShape>(seed: 1), optimizer());
            Train(first, 0, 5);
            first.Save(folder.File("half"));

            var second = Trainer(new ReLULayer<TShape>(seed: 2), optimizer());
            Train(second, 20, 23);
            second.Load(folder.File("half"));
            Assert.Equal(5, second.StepCount);
            Train(second, 5, 10);
            second.Save(folder.File("resumed"));

            Assert.Equal(straight.Network.Parameters.Slab.Span, second.Network.Parameters.Slab.Span);
            Assert.Equal(File.ReadAllBytes(folder.File("straight")), File.ReadAllBytes(folder.File("resumed")));
        }
    }

    [Fact]
    public void File_names_what_the_optimizer_remembers_its_type_and_the_step()
    {
        using TemporaryFolder folder = new();
        var trainer = Trainer(new ReLULayer<From7To45>(), new Adam());
        Train(trainer, 0, 3);

        trainer.Save(folder.File("file"));
        SafetensorsFile file = SafetensorsFile.Load(folder.File("file"));

        Assert.Equal(
            [
                "layers.0.linear.bias", "layers.0.linear.weight",
                "optimizer.state0.layers.0.linear.bias", "optimizer.state0.layers.0.linear.weight",
                "optimizer.state1.layers.0.linear.bias", "optimizer.state1.layers.0.linear.weight",
            ],
            file.Tensors.Keys);
        Assert.Equal([45, 7], file.Tensors["optimizer.state1.layers.0.linear.weight"].Shape);
        Assert.Equal(
            [new("optimizer", "NetGen.Adam"), new("optimizer.states", "2"), new("step", "3")],
            file.Metadata);
    }

    // The number that the C# compiler makes of a file's path is another on every machine.
    [Fact]
    public void Names_of_optimizers_are_the_same_on_every_machine()
    {
        AssertSavedAs(new Local(), "NetGen.Runtime.Tests.<CheckpointTests>Local");
        AssertSavedAs(
            new Of<Local>(new Local()), "NetGen.Runtime.Tests.<CheckpointTests>Of`1[NetGen.Runtime.Tests.<CheckpointTests>Local]");

        static void AssertSavedAs<TOptimizer>(TOptimizer optimizer, string name)
            where TOptimizer : struct, IOptimizer
        {
            using TemporaryFolder folder = new();
            var trainer = Trainer(new ReLULayer<From7To45>(), optimizer);
            trainer.Save(folder.File("file"));
            Assert.Equal(name, SafetensorsFile.Load(folder.File("file")).Metadata["optimizer"]);
            trainer.Load(folder.File("file"));
        }
    }

    [Fact]
    public void Another_optimizer_is_refused_and_nothing_changes()
    {
        using TemporaryFolder folder = new();
        Trainer(new ReLULayer<From7To45>(), new Adam()).Save(folder.File("adam"));
        Trainer(new ReLULayer<From7To45>(), new Sgd(0.1f)).Save(folder.File("sgd"));
        new ReLULayer<From7To45>().Save(folder.File("network"));

        AssertLoadThrows(new AdamW(), folder.File("adam"),
            "expected the training of NetGen.AdamW with StateCount 2, got that of NetGen.Adam with StateCount 2.");
        AssertLoadThrows(new Sgd(0.1f, momentum: 0.9f), folder.File("sgd"),
            "expected the training of NetGen.Sgd with StateCount 1, got that of NetGen.Sgd with StateCount 0.");
        AssertLoadThrows(new Adam(), folder.File("network"),
            "expected the training of NetGen.Adam with StateCount 2, got a file without optimizer.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData(" 3")]
    [InlineData("3.5")]
    [InlineData("9223372036854775807")]
    [InlineData("9223372036854775808")]
    [InlineData(null)]
    public void Bad_step_is_refused_and_nothing_changes(string? step)
    {
        using TemporaryFolder folder = new();
        Edited(folder, file =>
        {
            if (step is null)
                file.Metadata.Remove("step");
            else
                file.Metadata["step"] = step;
        });

        AssertLoadThrows(new Adam(), folder.File("edited"), $"expected the number of steps in the note \"step\", got \"{step}\".");
    }

    [Fact]
    public void Tensor_of_an_optimizer_that_is_missing_or_too_many_is_refused_and_nothing_changes()
    {
        using TemporaryFolder folder = new();
        Edited(folder, static file => file.Add("optimizer.state2.layers.0.linear.bias", [45], new float[45]));
        AssertLoadThrows(
            new Adam(),
            folder.File("edited"),
            "expected no other tensors than those of ReLULayer, got \"optimizer.state2.layers.0.linear.bias\".");

        Edited(folder, static _ => { }, without: "optimizer.state1.layers.0.linear.bias");
        AssertLoadThrows(
            new Adam(),
            folder.File("edited"),
            "expected all tensors of ReLULayer, but there is no \"optimizer.state1.layers.0.linear.bias\".");
    }

    [Fact]
    public void Damaged_file_is_loaded_whole_or_not_at_all()
    {
        using TemporaryFolder folder = new();
        var untouched = Trainer(new ReLULayer<From3To2>(seed: 1), new Sgd(0.1f, momentum: 0.9f));
        var loading = Trainer(new ReLULayer<From3To2>(seed: 2), new Sgd(0.1f, momentum: 0.9f));
        Train(loading, 0, 7);
        loading.Save(folder.File("whole"));
        byte[] whole = File.ReadAllBytes(folder.File("whole"));
        Train(untouched, 0, 3);
        untouched.Save(folder.File("before"));

        int loaded = 0;
        foreach (byte[] damaged in Truncated(whole).Concat(Flipped(whole)))
        {
            File.WriteAllBytes(folder.File("damaged"), damaged);
            try
            {
                loading.Load(folder.File("damaged"));
            }
            catch (InvalidDataException)
            {
                Assert.Throws<InvalidDataException>(() => untouched.Load(folder.File("damaged")));
                continue;
            }

            loaded++;
            SafetensorsFile file = SafetensorsFile.Load(folder.File("damaged"));
            Assert.Equal($"{loading.StepCount}", file.Metadata["step"]);
            Assert.Equal(file.Tensors["layers.0.linear.weight"].Values, loading.Network.Parameters["layers.0.linear.weight"].ToArray());
            Assert.Equal(file.Tensors["layers.0.linear.bias"].Values, loading.Network.Parameters["layers.0.linear.bias"].ToArray());
        }

        // Values are never wrong: two files for each of their bytes, those of parameters and velocities.
        Assert.True(loaded >= 2 * (2 * 8 * sizeof(float)));
        untouched.Save(folder.File("after"));
        Assert.Equal(File.ReadAllBytes(folder.File("before")), File.ReadAllBytes(folder.File("after")));
    }

    private static IEnumerable<byte[]> Truncated(byte[] whole) => Enumerable.Range(0, whole.Length).Select(length => whole[..length]);

    private static IEnumerable<byte[]> Flipped(byte[] whole)
    {
        for (int position = 0; position < whole.Length; position++)
        {
            foreach (int bits in (int[])[1 << position % 8, 0xFF])
            {
                byte[] flipped = [.. whole];
                flipped[position] ^= (byte)bits;
                yield return flipped;
            }
        }
    }

    private static void Edited(TemporaryFolder folder, Action<SafetensorsFile> edit, string? without = null)
    {
        Trainer(new ReLULayer<From7To45>(), new Adam()).Save(folder.File("saved"));
        SafetensorsFile saved = SafetensorsFile.Load(folder.File("saved"));
        SafetensorsFile edited = new();
        foreach ((string key, string value) in saved.Metadata)
            edited.Metadata[key] = value;
        foreach ((string name, StoredTensor tensor) in saved.Tensors.Where(tensor => tensor.Key != without))
            edited.Add(name, tensor.Shape, tensor.Values.ToArray());
        edit(edited);
        edited.Save(folder.File("edited"));
    }

    private static void AssertLoadThrows<TOptimizer>(TOptimizer optimizer, string path, string message)
        where TOptimizer : struct, IOptimizer
    {
        using TemporaryFolder folder = new();
        var trainer = Trainer(new ReLULayer<From7To45>(seed: 2), optimizer);
        Train(trainer, 0, 2);
        trainer.Save(folder.File("before"));

        Assert.Equal($"{path}: {message}", Assert.Throws<InvalidDataException>(() => trainer.Load(path)).Message);

        trainer.Save(folder.File("after"));
        Assert.Equal(File.ReadAllBytes(folder.File("before")), File.ReadAllBytes(folder.File("after")));
    }

    private static Trainer<ReLULayer<TShape>, TOptimizer, MeanSquaredError> Trainer<TShape, TOptimizer>(
        ReLULayer<TShape> network, TOptimizer optimizer)
        where TShape : struct, IShape
        where TOptimizer : struct, IOptimizer =>
        network.CreateTrainer(optimizer, Loss.MeanSquaredError, Rows);

    private static void Train<TShape, TOptimizer>(Trainer<ReLULayer<TShape>, TOptimizer, MeanSquaredError> trainer, int from, int to)
        where TShape : struct, IShape
        where TOptimizer : struct, IOptimizer
    {
        for (int seed = from; seed < to; seed++)
            trainer.Step(Numbers.Uniform(Rows * TShape.Inputs, seed), Numbers.Uniform(Rows * TShape.Outputs, seed + 100));
    }
}

file struct Local : IOptimizer
{
    public readonly int StateCount => 0;

    public readonly float LearningRate => 0;

    public readonly void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null)
    {
    }

    public readonly void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states)
    {
    }
}

file struct Of<TOptimizer>(TOptimizer inner) : IOptimizer
    where TOptimizer : struct, IOptimizer
{
    public readonly int StateCount => inner.StateCount;

    public readonly float LearningRate => inner.LearningRate;

    public void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null) =>
        inner.BeginStep(step, learningRateFactor, weightDecay);

    public void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states) =>
        inner.Update(parameters, gradients, states);
}
