using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

public class OptimizerTests
{
    // Not a multiple of any vector.
    private const int Length = 61;
    private const int Steps = 500;

    private static readonly float[] Start = [.. Enumerable.Range(0, Length).Select(static i => i / 30f - 1f)];

    [Fact]
    public void Adam_follows_PyTorch_formula() => AssertFollows(new Adam(1e-3f), AdamReference(1e-3, 0.9, 0.999, 1e-8, weightDecay: 0));

    [Fact]
    public void Adam_takes_other_settings() =>
        AssertFollows(new Adam(3e-4f, beta1: 0.8, beta2: 0.95, epsilon: 1e-3), AdamReference(3e-4, 0.8, 0.95, 1e-3, weightDecay: 0));

    [Fact]
    public void Adam_without_arguments_has_PyTorch_defaults() =>
        AssertFollows(new Adam(), AdamReference(1e-3, 0.9, 0.999, 1e-8, weightDecay: 0));

    [Fact]
    public void AdamW_decays_weights_apart_from_the_gradient() =>
        AssertFollows(new AdamW(), AdamReference(1e-3, 0.9, 0.999, 1e-8, weightDecay: 1e-2));

    [Fact]
    public void Sgd_follows_the_gradient() => AssertFollows(new Sgd(1e-2f), SgdReference(1e-2, momentum: 0, nesterov: false));

    [Fact]
    public void Sgd_with_momentum_follows_PyTorch_formula() =>
        AssertFollows(new Sgd(1e-3f, momentum: 0.9f), SgdReference(1e-3, momentum: 0.9, nesterov: false));

    [Fact]
    public void Sgd_with_Nesterov_momentum_follows_PyTorch_formula() =>
        AssertFollows(new Sgd(1e-3f, momentum: 0.9f, nesterov: true), SgdReference(1e-3, momentum: 0.9, nesterov: true));

    [Fact]
    public void Learning_rate_can_change_between_steps()
    {
        float[] parameters = [1f];
        Sgd sgd = new(1f);
        sgd.BeginStep(1);
        sgd.Update(parameters, [0.25f], default);
        sgd.LearningRate = 2f;
        sgd.BeginStep(2);
        sgd.Update(parameters, [0.25f], default);

        Assert.Equal(0.25f, parameters[0]);
    }

    [Fact]
    public void A_step_may_have_a_factor_on_the_learning_rate_and_a_decay_of_its_own()
    {
        // Its first step is the learning rate, whatever the gradient.
        AssertStep(new Adam(0.5f), 2 - 0.25 * 0.5 * 2 - 0.25);
        AssertStep(new AdamW(0.5f, weightDecay: 7), 2 - 0.25 * 0.5 * 2 - 0.25);
        AssertStep(new Sgd(0.5f), 2 - 0.25 * 0.5 * 2 - 0.25 * 0.75);

        static void AssertStep<TOptimizer>(TOptimizer optimizer, double expected)
            where TOptimizer : struct, IOptimizer
        {
            float[] parameters = [2f];
            optimizer.BeginStep(1, learningRateFactor: 0.5, weightDecay: 0.5);
            optimizer.Update(parameters, [0.75f], NewStates(optimizer, length: 1));
            Assert.Equal(expected, parameters[0], 1e-6);
        }
    }

    [Fact]
    public void Averages_of_vanished_gradients_become_zero()
    {
        float[] parameters = [1f], means = [1.05e-36f], squares = [1.0005e-36f];
        Adam adam = new();
        adam.BeginStep(100);
        adam.Update(parameters, [0f], new(means, squares));
        Assert.Equal([0f, 0f], [means[0], squares[0]]);

        float[] velocities = [-1.05e-36f];
        Sgd sgd = new(1e-3f, momentum: 0.9f);
        sgd.BeginStep(1);
        sgd.Update(parameters, [0f], new(velocities));
        Assert.Equal(0f, velocities[0]);
    }

    [Fact]
    public void NaN_in_a_gradient_stays_visible()
    {
        float[] parameters = [1f], means = [0f], squares = [0f];
        Adam adam = new();
        adam.BeginStep(1);
        adam.Update(parameters, [float.NaN], new(means, squares));
        Assert.Equal([float.NaN, float.NaN, float.NaN], [parameters[0], means[0], squares[0]]);
    }

    [Fact]
    public void Adam_gives_the_same_bits_on_every_width() => EveryWidth.AssertSameBits(() => new AdamSteps());

    [Fact]
    public void Sgd_gives_the_same_bits_on_every_width() => EveryWidth.AssertSameBits(() => new SgdSteps());

    [Fact]
    public void Default_value_is_refused_at_the_first_step()
    {
        Assert.Throws<InvalidOperationException>(() => default(Adam).BeginStep(1));
        Assert.Throws<InvalidOperationException>(() => default(AdamW).BeginStep(1));
        Assert.Throws<InvalidOperationException>(() => default(Sgd).BeginStep(1));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(-1e-3f)]
    public void Learning_rate_out_of_range_is_refused(float learningRate)
    {
        Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => new Adam(learningRate));
        Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => new AdamW(learningRate));
        Assert.Throws<ArgumentOutOfRangeException>("LearningRate", () => new Sgd(learningRate));
    }

    [Fact]
    public void Settings_out_of_range_are_refused_by_name()
    {
        Assert.Throws<ArgumentOutOfRangeException>("beta1", () => new Adam(1e-3f, beta1: 1));
        Assert.Throws<ArgumentOutOfRangeException>("beta2", () => new Adam(1e-3f, beta2: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>("epsilon", () => new AdamW(1e-3f, epsilon: -1e-8));
        Assert.Throws<ArgumentOutOfRangeException>("weightDecay", () => new AdamW(1e-3f, weightDecay: -1));
        Assert.Throws<ArgumentOutOfRangeException>("momentum", () => new Sgd(1e-3f, momentum: 1));
        Assert.Throws<ArgumentException>("nesterov", () => new Sgd(1e-3f, nesterov: true));
    }

    [Fact]
    public void Spans_of_other_lengths_are_refused_before_anything_is_written()
    {
        float[] parameters = [1f, 1f];
        Adam adam = new();
        adam.BeginStep(1);

        Assert.Throws<ArgumentException>("gradients", () => adam.Update(parameters, [1f], new(new float[2], new float[2])));
        Assert.Throws<ArgumentException>("states", () => adam.Update(parameters, [1f, 1f], new(new float[1], new float[1])));
        Assert.Throws<ArgumentException>("states", () => adam.Update(parameters, [1f, 1f], new(new float[2])));
        Assert.Equal([1f, 1f], parameters);
    }

    // Changes over steps and parameters, in sign and by orders of magnitude, and takes no notice of the parameters.
    private static double Gradient(int step, int i) => Math.Sin(0.1 * step + i) * Math.Pow(10, i % 5 - 3);

    private static float[] Gradients(int step) => [.. Enumerable.Range(0, Length).Select(i => (float)Gradient(step, i))];

    private static void AssertFollows<TOptimizer>(TOptimizer optimizer, Func<int, double[]> reference)
        where TOptimizer : struct, IOptimizer
    {
        float[] parameters = [.. Start];
        OptimizerStates states = NewStates(optimizer, Length);
        for (int step = 1; step <= Steps; step++)
        {
            optimizer.BeginStep(step);
            optimizer.Update(parameters, Gradients(step), states);
            double[] expected = reference(step);
            for (int i = 0; i < Length; i++)
                Assert.InRange(parameters[i] - expected[i], -1e-5, 1e-5);
        }

        Assert.All(Start.Zip(parameters), static pair => Assert.NotEqual(pair.First, pair.Second));
    }

    private static OptimizerStates NewStates<TOptimizer>(TOptimizer optimizer, int length)
        where TOptimizer : struct, IOptimizer =>
        new([.. Enumerable.Range(0, optimizer.StateCount).Select(_ => new float[length].AsMemory())]);

    private static Func<int, double[]> AdamReference(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    {
        double[] p = [.. Start.Select(static x => (double)x)], m = new double[Length], v = new double[Length];
        return step =>
        {
            for (int i = 0; i < Length; i++)
            {
                double g = Gradient(step, i);
                p[i] -= learningRate * weightDecay * p[i];
                m[i] = beta1 * m[i] + (1 - beta1) * g;
                v[i] = beta2 * v[i] + (1 - beta2) * g * g;
                double mean = m[i] / (1 - Math.Pow(beta1, step));
                double square = v[i] / (1 - Math.Pow(beta2, step));
                p[i] -= learningRate * mean / (Math.Sqrt(square) + epsilon);
            }

            return p;
        };
    }

    private static Func<int, double[]> SgdReference(double learningRate, double momentum, bool nesterov)
    {
        double[] p = [.. Start.Select(static x => (double)x)], b = new double[Length];
        return step =>
        {
            for (int i = 0; i < Length; i++)
            {
                double g = Gradient(step, i);
                b[i] = momentum * b[i] + g;
                p[i] -= learningRate * (nesterov ? g + momentum * b[i] : b[i]);
            }

            return p;
        };
    }

    private sealed class AdamSteps : EveryWidth.ISubject
    {
        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            float[] parameters = [.. Start], means = new float[Length], squares = new float[Length];
            AdamRule rule = new(0.9, 0.999, 1e-8);
            for (int step = 1; step <= 20; step++)
            {
                rule.BeginStep(step, 1e-3f, weightDecay: 1);
                new AdamRule.Work(rule, parameters, Gradients(step), means, squares).Run<TSimd, TVector>();
            }

            return [.. parameters, .. means, .. squares];
        }
    }

    private sealed class SgdSteps : EveryWidth.ISubject
    {
        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            float[] parameters = [.. Start], velocities = new float[Length];
            Sgd sgd = new(1e-3f, momentum: 0.9f, nesterov: true);
            for (int step = 1; step <= 20; step++)
            {
                sgd.BeginStep(step, weightDecay: 1);
                new Sgd.Work(sgd, parameters, Gradients(step), velocities).Run<TSimd, TVector>();
            }

            return [.. parameters, .. velocities];
        }
    }
}
