namespace NetGen.Runtime.Tests;

public class ParameterGroupTests
{
    private const string Weight = "layers.0.linear.weight";
    private const string Bias = "layers.0.linear.bias";

    private static readonly float[] Inputs = Numbers.Uniform(4 * 7, 1);
    private static readonly float[] Targets = Numbers.Uniform(4 * 45, 2);

    // layers.0, layers.1 and layers.10, each a weight [32, 1] and a bias [32].
    private static readonly NetworkInfo Info = new(
        "Three",
        [1],
        [32],
        [.. from layer in new[] { 0, 1, 10 } select new LayerInfo($"layers.{layer}", "Linear(x)", [1], [32], 64, 64, [-1])],
        [.. from layer in new[] { 0, 1, 2 }
            from kind in new[] { 0, 1 }
            select new ParameterInfo(
                $"layers.{(layer == 2 ? 10 : layer)}.linear.{(kind == 0 ? "weight" : "bias")}", layer, kind == 0 ? [32, 1] : [32],
                64 * layer + 32 * kind, Init.Zeros, 1f)],
        new MemoryPlan(192, 0, 0, 0, 0, default, default));

    [Theory]
    [InlineData("layers.1", new[] { 1, 0, 1 }, new[] { 64, 64, 64 })]
    [InlineData("layers.1.", new[] { 1, 0, 1 }, new[] { 64, 64, 64 })]
    [InlineData("layers.1*", new[] { 1, 0 }, new[] { 64, 128 })]
    [InlineData("layers.?", new[] { 0, 1 }, new[] { 128, 64 })]
    [InlineData("layers.10.linear.bias", new[] { 1, 0 }, new[] { 160, 32 })]
    [InlineData("*.weight", new[] { 0, 1, 0, 1, 0, 1 }, new[] { 32, 32, 32, 32, 32, 32 })]
    [InlineData("*", new[] { 0 }, new[] { 192 })]
    [InlineData("layers", new[] { 0 }, new[] { 192 })]
    public void A_pattern_is_a_name_or_its_beginning_up_to_a_dot(string pattern, int[] groups, int[] lengths)
    {
        GroupedRanges ranges = Ranges(new ParameterGroup(pattern));

        Assert.Equal(groups, ranges.All.ToArray().Select(static range => range.Group));
        Assert.Equal(lengths, ranges.All.ToArray().Select(static range => range.Length));
        foreach (GroupedRange range in ranges.All)
        {
            for (int offset = range.Start; offset < range.Start + range.Length; offset += 32)
                Assert.Equal(range.Group, ranges.GroupAt(offset));
        }
    }

    [Fact]
    public void Without_groups_everything_is_one_range()
    {
        GroupedRanges ranges = Ranges();
        Assert.Equal([new GroupedRange(0, 192, 0)], ranges.All.ToArray());
        Assert.Equal(0, ranges.GroupAt(160));
    }

    [Fact]
    public void What_is_updated_whole_is_a_range_of_its_own()
    {
        GroupedRanges ranges = new(Info, [new ParameterGroup("layers.1") { Elementwise = true }], static shape => shape.Length == 2);

        Assert.Equal(
            ["layers.0.linear.weight", null, null, "layers.10.linear.weight", null],
            ranges.All.ToArray().Select(static range => range.Whole?.Name));
        Assert.Equal([32, 32, 64, 32, 32], ranges.All.ToArray().Select(static range => range.Length));
        Assert.Equal([1, 1, 0, 1, 1], ranges.All.ToArray().Select(static range => range.Group));
    }

    [Fact]
    public void A_parameter_belongs_to_the_first_group_that_it_matches()
    {
        GroupedRanges ranges = Ranges(new ParameterGroup("*.bias"), new ParameterGroup("layers.0"), new ParameterGroup("*.weight"));
        Assert.Equal([1, 0, 2, 0, 2, 0], ranges.All.ToArray().Select(static range => range.Group));
    }

    [Theory]
    [InlineData("layers.2")]
    [InlineData("Layers.0")]
    [InlineData("bias")]
    [InlineData("layers.0.lin")]
    public void A_pattern_that_matches_nothing_is_refused_with_the_names_there_are(string pattern)
    {
        var exception = Assert.Throws<ArgumentException>("groups", () => Ranges(new ParameterGroup(pattern)));

        Assert.Contains($"Three has no parameter that matches \"{pattern}\"", exception.Message, StringComparison.Ordinal);
        Assert.Contains(
            "layers.0.linear.weight, layers.0.linear.bias, layers.1.linear.weight", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_groups_before_it_leave_nothing_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(
            "groups", () => Ranges(new ParameterGroup("layers"), new ParameterGroup("*.bias")));

        Assert.Contains("matches \"*.bias\" belongs to a group before it", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1f)]
    public void Frozen_parameters_keep_their_bits(float? clipNorm)
    {
        ReLULayer<From7To45> network = new();
        float[] weight = network.Parameters[Weight].ToArray();
        float[] bias = network.Parameters[Bias].ToArray();
        var trainer = network.CreateTrainer(
            new AdamW(0.1f), Loss.MeanSquaredError, batchSize: 4, clipNorm, groups: [new ParameterGroup("*.weight") { Frozen = true }]);

        for (int step = 0; step < 3; step++)
            trainer.Step(Inputs, Targets);

        Assert.Equal(weight, network.Parameters[Weight].ToArray());
        Assert.NotEqual(bias, network.Parameters[Bias].ToArray());
    }

    [Fact]
    public void A_group_has_its_own_factor_on_the_learning_rate_whatever_the_rate_becomes()
    {
        ParameterGroup slow = new("*.bias") { LearningRateFactor = 0.25f };
        ReLULayer<From7To45> network = new();
        ReLULayer<From7To45> fast = new();
        ReLULayer<From7To45> slower = new();
        var trainer = network.CreateTrainer(new Sgd(1f), Loss.MeanSquaredError, batchSize: 4, groups: [slow]);
        var fastTrainer = fast.CreateTrainer(new Sgd(1f), Loss.MeanSquaredError, batchSize: 4);
        var slowTrainer = slower.CreateTrainer(new Sgd(0.25f), Loss.MeanSquaredError, batchSize: 4);

        AssertParts();
        trainer.Optimizer.LearningRate = fastTrainer.Optimizer.LearningRate = 0.5f;
        slowTrainer.Optimizer.LearningRate = 0.125f;
        foreach (Parameter parameter in network.Parameters)
        {
            fast.Parameters[parameter.Name].CopyFrom(parameter.ToArray());
            slower.Parameters[parameter.Name].CopyFrom(parameter.ToArray());
        }

        AssertParts();

        void AssertParts()
        {
            trainer.Step(Inputs, Targets);
            fastTrainer.Step(Inputs, Targets);
            slowTrainer.Step(Inputs, Targets);
            Assert.Equal(fast.Parameters[Weight].ToArray(), network.Parameters[Weight].ToArray());
            Assert.Equal(slower.Parameters[Bias].ToArray(), network.Parameters[Bias].ToArray());
            Assert.NotEqual(fast.Parameters[Bias].ToArray(), network.Parameters[Bias].ToArray());
        }
    }

    [Fact]
    public void A_group_has_its_own_weight_decay()
    {
        ReLULayer<From7To45> network = new();
        ReLULayer<From7To45> none = new();
        ReLULayer<From7To45> strong = new();
        float[] start = Numbers.Uniform(45, 3);
        foreach (ReLULayer<From7To45> one in (ReLULayer<From7To45>[])[network, none, strong])
            one.Parameters[Bias].CopyFrom(start);
        ParameterGroup[] groups = [new("*.weight") { WeightDecay = 0.5 }, new("*.bias") { WeightDecay = 0 }];

        network.CreateTrainer(new AdamW(0.1f), Loss.MeanSquaredError, batchSize: 4, groups: groups).Step(Inputs, Targets);
        none.CreateTrainer(new Adam(0.1f), Loss.MeanSquaredError, batchSize: 4).Step(Inputs, Targets);
        strong.CreateTrainer(new AdamW(0.1f, weightDecay: 0.5), Loss.MeanSquaredError, batchSize: 4).Step(Inputs, Targets);

        Assert.Equal(strong.Parameters[Weight].ToArray(), network.Parameters[Weight].ToArray());
        Assert.Equal(none.Parameters[Bias].ToArray(), network.Parameters[Bias].ToArray());
        Assert.NotEqual(none.Parameters[Weight].ToArray(), network.Parameters[Weight].ToArray());
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_by_name()
    {
        Assert.Throws<ArgumentException>("pattern", () => new ParameterGroup(""));
        Assert.Throws<ArgumentOutOfRangeException>("LearningRateFactor", () => new ParameterGroup("*") { LearningRateFactor = -1f });
        Assert.Throws<ArgumentOutOfRangeException>("LearningRateFactor", () => new ParameterGroup("*") { LearningRateFactor = float.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("WeightDecay", () => new ParameterGroup("*") { WeightDecay = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>("WeightDecay", () => new ParameterGroup("*") { WeightDecay = -1 });
    }

    [Fact]
    public void A_step_with_everything_allocates_nothing()
    {
        var trainer = new ReLULayer<From7To45>().CreateTrainer(
            new AdamW(1e-3f),
            Loss.SoftmaxCrossEntropy,
            batchSize: 4,
            clipNorm: 0.1f,
            schedule: Schedule.LinearWarmUp(3, Schedule.Cosine(10).Then(5, Schedule.Step(2))),
            groups: [new ParameterGroup("*.bias") { WeightDecay = 0, LearningRateFactor = 0.5f }]);
        trainer.Step(Inputs, Targets);

        Assert.Equal(0, Allocations.FewestOf(() =>
        {
            trainer.Step(Inputs, Targets);
            trainer.Evaluate(Inputs, Targets);
        }));
    }

    private static GroupedRanges Ranges(params ParameterGroup[] groups) => new(Info, groups, static _ => false);
}
