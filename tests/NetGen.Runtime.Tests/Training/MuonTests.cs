namespace NetGen.Runtime.Tests;

public sealed class MuonTests
{
    private const string Weight = "layers.0.linear.weight";
    private const string Bias = "layers.0.linear.bias";
    private const int Rows = 16;

    [Fact]
    public void Weights_follow_the_formula_computed_in_double()
    {
        Compare<From7To45>(nesterov: true, decay: 0);
        Compare<From45To7>(nesterov: true, decay: 0.5);
        Compare<From64To64>(nesterov: false, decay: 0);
        Compare<From130To1>(nesterov: false, decay: 0.5);

        static void Compare<TShape>(bool nesterov, double decay)
            where TShape : struct, IShape
        {
            ParameterGroup[] groups = [new(Bias) { Frozen = true }, new(Weight) { WeightDecay = decay }];
            ReLULayer<TShape> network = new(), reference = new();
            var trainer = network.CreateTrainer(new Muon(0.02f, 0.9f, nesterov), Loss.MeanSquaredError, Rows, groups: groups);
            var inDouble = reference.CreateTrainer(new DoubleMuon(0.9f, nesterov), Loss.MeanSquaredError, Rows, groups: groups);
            float[] start = network.Parameters[Weight].ToArray();
            for (int step = 0; step < 4; step++)
            {
                Train(trainer, step);
                Train(inDouble, step);
            }

            float[] expected = reference.Parameters[Weight].ToArray(), actual = network.Parameters[Weight].ToArray();
            Assert.NotEqual(start, actual);
            for (int i = 0; i < expected.Length; i++)
                Assert.Equal(expected[i], actual[i], 1e-5);
        }
    }

    [Fact]
    public void Vectors_and_the_weights_of_an_elementwise_group_are_updated_by_AdamW()
    {
        AdamW others = new(0.1f, 0.8, 0.9, 1e-6, weightDecay: 0.5);
        ReLULayer<From7To45> mixed = new(), elementwise = new(), adam = new();
        ParameterGroup all = new("layers.0") { Elementwise = true };
        Train(mixed.CreateTrainer(new Muon(0.02f, others: others), Loss.MeanSquaredError, Rows), 0);
        Train(elementwise.CreateTrainer(new Muon(0.02f, others: others), Loss.MeanSquaredError, Rows, groups: [all]), 0);
        Train(adam.CreateTrainer(others, Loss.MeanSquaredError, Rows), 0);

        Assert.Equal(adam.Parameters[Bias].ToArray(), mixed.Parameters[Bias].ToArray());
        Assert.NotEqual(adam.Parameters[Weight].ToArray(), mixed.Parameters[Weight].ToArray());
        Assert.Equal(adam.Parameters.Slab.Span, elementwise.Parameters.Slab.Span);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        AssertSame<DropoutNet>();
        AssertSame<PartlyFrozen>();
        AssertSame<ManyStarts>();

        static void AssertSame<TNetwork>()
            where TNetwork : class, INetwork
        {
            foreach (float? clipNorm in (float?[])[null, 0.1f])
            {
                float[] alone = Trained<TNetwork>(clipNorm, threads: 1);
                for (int threads = 2; threads <= 8; threads++)
                    Assert.Equal(alone, Trained<TNetwork>(clipNorm, threads));
            }
        }
    }

    [Fact]
    public void Groups_and_schedules_change_its_learning_rate()
    {
        ReLULayer<From45To7> slow = new(), byGroup = new(), bySchedule = new();
        ParameterGroup weights = new("*.weight") { LearningRateFactor = 0.25f };
        Schedule rising = Schedule.LinearWarmUp(4);
        Train(slow.CreateTrainer(new Muon(0.01f), Loss.MeanSquaredError, Rows), 0);
        Train(byGroup.CreateTrainer(new Muon(0.04f), Loss.MeanSquaredError, Rows, groups: [weights]), 0);
        Train(bySchedule.CreateTrainer(new Muon(0.04f), Loss.MeanSquaredError, Rows, schedule: rising), 0);

        Assert.Equal(slow.Parameters.Slab.Span, byGroup.Parameters.Slab.Span);
        Assert.Equal(slow.Parameters[Weight].ToArray(), bySchedule.Parameters[Weight].ToArray());
    }

    [Fact]
    public void A_layer_learns_what_it_can_represent()
    {
        ReLULayer<From7To45> teacher = new(seed: 1), network = new(seed: 2);
        float[] inputs = Numbers.Uniform(64 * 7, 1), targets = new float[64 * 45];
        teacher.Predict(inputs, targets);
        var trainer = network.CreateTrainer(new Muon(), Loss.MeanSquaredError, batchSize: 64, schedule: Schedule.Cosine(300));

        float first = trainer.Evaluate(inputs, targets);
        for (int step = 0; step < 300; step++)
            trainer.Step(inputs, targets);

        Assert.InRange(trainer.Evaluate(inputs, targets), 0, first / 100);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var trainer = new ReLULayer<From7To45>().CreateTrainer(new Muon(), Loss.MeanSquaredError, Rows, clipNorm: 1f);
        float[] inputs = Numbers.Uniform(Rows * 7, 1), targets = Numbers.Uniform(Rows * 45, 2);
        trainer.Step(inputs, targets);

        Assert.Equal(0, Allocations.FewestOf(() => trainer.Step(inputs, targets)));
    }

    [Fact]
    public void Default_value_is_refused_and_so_is_a_default_AdamW()
    {
        Assert.Throws<InvalidOperationException>(static () => default(Muon).BeginStep(1));
        Muon muon = new() { Others = default };
        Assert.Throws<InvalidOperationException>(() => muon.BeginStep(1));
    }

    private static float[] Trained<TNetwork>(float? clipNorm, int threads)
        where TNetwork : class, INetwork
    {
        var network = (TNetwork)Activator.CreateInstance(typeof(TNetwork), 5, null, null)!;
        using var trainer = network.CreateTrainer(
            new Muon(), Loss.MeanSquaredError, Rows, clipNorm, seed: 3, threads: threads,
            groups: [new ParameterGroup("*.bias") { WeightDecay = 0 }]);
        List<float> losses = [];
        for (int step = 0; step < 3; step++)
        {
            losses.Add(trainer.Step(
                Numbers.Uniform(Rows * TNetwork.Info.InputWidth, step), Numbers.Uniform(Rows * TNetwork.Info.OutputWidth, step + 10)));
        }

        return [.. losses, .. network.Parameters.SelectMany(static parameter => parameter.ToArray())];
    }

    private static void Train<TShape, TOptimizer>(Trainer<ReLULayer<TShape>, TOptimizer, MeanSquaredError> trainer, int seed)
        where TShape : struct, IShape
        where TOptimizer : struct, IOptimizer =>
        trainer.Step(Numbers.Uniform(Rows * TShape.Inputs, seed), Numbers.Uniform(Rows * TShape.Outputs, seed + 100));
}
