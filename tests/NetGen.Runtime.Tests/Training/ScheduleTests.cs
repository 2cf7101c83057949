namespace NetGen.Runtime.Tests;

public class ScheduleTests
{
    [Fact]
    public void Constant_is_one() => AssertFactors(Schedule.Constant, (0, 1), (1, 1), (1_000_000_000_000, 1));

    [Fact]
    public void Step_falls_by_gamma_every_so_many_steps() =>
        AssertFactors(
            Schedule.Step(every: 3, gamma: 0.5), (0, 1), (2, 1), (3, 0.5), (5, 0.5), (6, 0.25), (29, 1 / 512.0), (30, 1 / 1024.0));

    [Fact]
    public void Step_falls_tenfold_by_default() => AssertFactors(Schedule.Step(every: 10), (9, 1), (10, 0.1), (25, 0.01));

    // cos 60° = 1/2, cos 90° = 0, cos 45° = sqrt(1/2).
    [Fact]
    public void Cosine_falls_along_half_a_cosine_and_stays() =>
        AssertFactors(
            Schedule.Cosine(steps: 12),
            (0, 1), (3, 0.5 + Math.Sqrt(0.125)), (4, 0.75), (6, 0.5), (8, 0.25), (9, 0.5 - Math.Sqrt(0.125)), (12, 0), (13, 0),
            (1_000_000, 0));

    [Fact]
    public void Cosine_ends_at_its_minimum() =>
        AssertFactors(Schedule.Cosine(steps: 12, minimum: 0.2), (0, 1), (4, 0.8), (6, 0.6), (8, 0.4), (12, 0.2), (100, 0.2));

    [Fact]
    public void Linear_falls_along_a_line_and_stays() =>
        AssertFactors(Schedule.Linear(steps: 4), (0, 1), (1, 0.75), (2, 0.5), (3, 0.25), (4, 0), (5, 0), (1_000_000_000_000, 0));

    [Fact]
    public void Linear_ends_at_its_minimum() =>
        AssertFactors(Schedule.Linear(steps: 4, minimum: 0.2), (0, 1), (1, 0.8), (2, 0.6), (3, 0.4), (4, 0.2), (100, 0.2));

    [Fact]
    public void Warm_up_rises_in_equal_parts_and_stays() =>
        AssertFactors(Schedule.LinearWarmUp(4), (0, 0.25), (1, 0.5), (2, 0.75), (3, 1), (4, 1), (1_000_000, 1));

    [Fact]
    public void What_follows_a_warm_up_starts_from_its_beginning() =>
        AssertFactors(
            Schedule.LinearWarmUp(2, Schedule.Cosine(steps: 6)), (0, 0.5), (1, 1), (2, 1), (4, 0.75), (5, 0.5), (6, 0.25), (8, 0), (9, 0));

    [Fact]
    public void Schedules_follow_one_another()
    {
        Schedule schedule = Schedule.LinearWarmUp(2).Then(5, Schedule.Step(every: 2, gamma: 0.5).Then(4, Schedule.Cosine(steps: 2)));
        AssertFactors(schedule, (0, 0.5), (1, 1), (4, 1), (5, 1), (6, 1), (7, 0.5), (8, 0.5), (9, 1), (10, 0.5), (11, 0));
    }

    [Fact]
    public void Schedules_of_the_same_numbers_are_equal()
    {
        Assert.Equal(Schedule.LinearWarmUp(3, Schedule.Cosine(9)), Schedule.LinearWarmUp(3, Schedule.Cosine(9)));
        Assert.NotEqual(Schedule.LinearWarmUp(3, Schedule.Cosine(9)), Schedule.LinearWarmUp(3, Schedule.Cosine(8)));
        Assert.NotEqual(Schedule.Linear(9), Schedule.Cosine(9));
    }

    [Fact]
    public void Numbers_out_of_range_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("every", () => Schedule.Step(0));
        Assert.Throws<ArgumentOutOfRangeException>("gamma", () => Schedule.Step(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("gamma", () => Schedule.Step(1, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>("gamma", () => Schedule.Step(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => Schedule.Cosine(0));
        Assert.Throws<ArgumentOutOfRangeException>("minimum", () => Schedule.Cosine(1, -0.1));
        Assert.Throws<ArgumentOutOfRangeException>("minimum", () => Schedule.Cosine(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => Schedule.Linear(0));
        Assert.Throws<ArgumentOutOfRangeException>("minimum", () => Schedule.Linear(1, 1.1));
        Assert.Throws<ArgumentOutOfRangeException>("step", () => Schedule.Linear(1).Factor(-1));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => Schedule.LinearWarmUp(0));
        Assert.Throws<ArgumentOutOfRangeException>("steps", () => Schedule.Constant.Then(-1, Schedule.Constant));
        Assert.Throws<ArgumentNullException>("next", () => Schedule.Constant.Then(1, null!));
    }

    [Fact]
    public void A_trainer_applies_the_factor_of_each_step_and_shows_the_rate_of_the_next()
    {
        float[] inputs = Numbers.Uniform(28, 1);
        float[] targets = Numbers.Uniform(180, 2);
        ReLULayer<From7To45> scheduled = new();
        ReLULayer<From7To45> byHand = new();
        var trainer = scheduled.CreateTrainer(
            new Sgd(0.5f, momentum: 0.9f), Loss.MeanSquaredError, batchSize: 4, schedule: Schedule.LinearWarmUp(2, Schedule.Step(2, 0.5)));
        var reference = byHand.CreateTrainer(new Sgd(0f, momentum: 0.9f), Loss.MeanSquaredError, batchSize: 4);

        foreach (float rate in (float[])[0.25f, 0.5f, 0.5f, 0.5f, 0.25f, 0.25f, 0.125f])
        {
            reference.Optimizer.LearningRate = rate;
            Assert.Equal(rate, trainer.LearningRate);

            Assert.Equal(reference.Step(inputs, targets), trainer.Step(inputs, targets));

            Assert.Equal(0.5f, trainer.Optimizer.LearningRate);
            foreach (Parameter parameter in byHand.Parameters)
                Assert.Equal(parameter.ToArray(), scheduled.Parameters[parameter.Name].ToArray());
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void A_schedule_with_no_usable_factor_is_refused_before_anything_changes(double factor)
    {
        ReLULayer<From7To45> network = new();
        var trainer = network.CreateTrainer(new Sgd(0.5f), Loss.MeanSquaredError, batchSize: 4, schedule: new Fixed(factor));
        float[] before = network.Parameters["layers.0.linear.weight"].ToArray();

        var exception = Assert.Throws<InvalidOperationException>(() => trainer.Step(Numbers.Uniform(28, 1), Numbers.Uniform(180, 2)));

        Assert.Contains("Fixed", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, network.Parameters["layers.0.linear.weight"].ToArray());
        Assert.Equal(0, trainer.StepCount);
    }

    private static void AssertFactors(Schedule schedule, params (long Step, double Factor)[] table)
    {
        foreach ((long step, double factor) in table)
            Assert.Equal(factor, schedule.Factor(step), 1e-15);
    }

    private sealed record Fixed(double Value) : Schedule
    {
        public override double Factor(long step) => Value;
    }
}
