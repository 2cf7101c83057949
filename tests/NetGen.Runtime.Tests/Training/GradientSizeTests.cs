using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>Adam takes the steps of its formula whatever the size of gradients, though floats do not hold their squares.</summary>
public class GradientSizeTests
{
    private const int Steps = 40;

    public static TheoryData<double, double> Cases =>
        [.. from size in (double[])[1e-30, 1e-25, 1e-20, 1e-18, 3e-17, 1e-15, 1e-3, 1, 1e15, 1e20, 1e30, 3e36]
            from epsilon in (double[])[0, 1e-38, 1e-30, 1e-20, 1e-17, 1e-8, 1]
            select (size, epsilon)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Adam_takes_the_steps_of_its_formula(double size, double epsilon)
    {
        AssertFollows(new Adam(1e-3f, epsilon: epsilon), size, epsilon, 0.9, 0.999);
        AssertFollows(new Adam(1e-3f, 0.5, 0.9, epsilon), size, epsilon, 0.5, 0.9);
        AssertFollows(new AdamW(1e-3f, epsilon: epsilon, weightDecay: 0), size, epsilon, 0.9, 0.999);
    }

    [Fact]
    public void Where_there_never_was_a_gradient_there_is_no_step()
    {
        float[] parameters = [3f, 3f], means = [0f, 0f], squares = [0f, 0f];
        Adam adam = new(1e-3f, epsilon: 0);
        adam.BeginStep(1);
        adam.Update(parameters, [0f, 1f], new(means, squares));
        Assert.Equal([3f, 3f - 1e-3f], parameters);
    }

    [Theory]
    [InlineData(1e-30f)]
    [InlineData(5e-18f)]
    [InlineData(1f)]
    [InlineData(1e30f)]
    public void What_is_remembered_of_a_gradient_that_is_gone_never_becomes_a_denormal_number(float gradient)
    {
        float[] parameters = [0f], means = [0f], squares = [0f];
        Adam adam = new(1e-3f, beta1: 0.5, beta2: 0.9);
        for (int step = 1; step <= 5000; step++)
        {
            adam.BeginStep(step);
            adam.Update(parameters, [step <= 10 ? gradient : 0f], new(means, squares));
            Assert.False(float.IsSubnormal(means[0]) || float.IsSubnormal(squares[0]));
        }

        Assert.Equal([0f, 0f], [means[0], squares[0]]);
    }

    [Fact]
    public void Neighbours_of_other_sizes_change_no_bit() => EveryWidth.AssertSameBits(() => new AllSizes());

    private static void AssertFollows<TOptimizer>(TOptimizer optimizer, double size, double epsilon, double beta1, double beta2)
        where TOptimizer : struct, IOptimizer
    {
        float[] parameters = [0f], means = [0f], squares = [0f];
        double parameter = 0, mean = 0, square = 0;
        for (int step = 1; step <= Steps; step++)
        {
            float gradient = (float)(size * (1 + 0.5 * Math.Sin(step)));
            optimizer.BeginStep(step);
            optimizer.Update(parameters, [gradient], new(means, squares));

            mean = beta1 * mean + (1 - beta1) * gradient;
            square = beta2 * square + (1 - beta2) * gradient * gradient;
            parameter -= 1e-3f * (mean / (1 - Math.Pow(beta1, step))) / (Math.Sqrt(square / (1 - Math.Pow(beta2, step))) + epsilon);
            Assert.Equal(parameter, parameters[0], 1e-5 * Math.Abs(parameter));
        }
    }

    private sealed class AllSizes : EveryWidth.ISubject
    {
        public float[] Result<TSimd, TVector>()
            where TSimd : ISimd<TVector>
            where TVector : struct
        {
            float[] parameters = new float[75], means = new float[75], squares = new float[75];
            AdamRule rule = new(0.5, 0.7, epsilon: 0);
            for (int step = 1; step <= 300; step++)
            {
                float[] gradients = [.. Enumerable.Range(0, 75).Select(i => Gradient(step, i))];
                rule.BeginStep(step, 1e-3f, weightDecay: 1);
                new AdamRule.Work(rule, parameters, gradients, means, squares).Run<TSimd, TVector>();
            }

            return [.. parameters, .. means, .. squares];
        }

        private static float Gradient(int step, int i) =>
            step % 150 > 10 + i ? 0f : (float)(Math.Sin(step + i) * Math.Pow(10, i * 29 % 75 - 37));
    }
}
