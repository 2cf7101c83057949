namespace NetGen.Runtime.Tests;

/// <summary>
/// What <c>x + f(x)</c> has to be for functions whose sum with the identity is known, and its gradient for one whose is not.
/// </summary>
public class ResidualConnectionTests
{
    private static readonly float[] Inputs = Numbers.Uniform(5 * 7, 1);

    [Fact]
    public void Residual_around_zero_is_exactly_the_identity()
    {
        float[] outputs = new float[Inputs.Length];
        new ResidualAroundZero().Predict(Inputs, outputs);
        Assert.Equal(Inputs, outputs);
    }

    [Fact]
    public void Residual_around_minus_x_is_exactly_zero()
    {
        float[] outputs = Numbers.Uniform(Inputs.Length, 2);
        new ResidualAroundMinus().Predict(Inputs, outputs);
        Assert.All(outputs, static output => Assert.Equal(0f, output));
    }

    // Central differences: truncated at the second power of the step, 1e-4, and rounded to 1e-7 of the loss over it.
    [Fact]
    public void Gradient_of_a_residual_around_a_branch_is_that_of_finite_differences()
    {
        const float step = 1e-2f;
        float[] targets = Numbers.Uniform(Inputs.Length, 3);
        ResidualAroundBranch network = new(seed: 4);
        var trainer = network.CreateTrainer(new Sgd(1e-3f), Loss.MeanSquaredError, batchSize: 5);
        NoProbe probe = default;
        trainer.Inspect(Inputs, targets, ref probe);
        Assert.Equal(
            network.Parameters.Select(static parameter => parameter.Name), trainer.Gradients.Select(static gradient => gradient.Name));

        foreach (Parameter parameter in network.Parameters)
        {
            float[] gradient = trainer.Gradients[parameter.Name].ToArray();
            float[] values = parameter.ToArray();
            for (int i = 0; i < values.Length; i++)
                Assert.Equal((LossWith(i, step) - LossWith(i, -step)) / (2 * step), gradient[i], 5e-4f);

            float LossWith(int index, float change)
            {
                float[] changed = [.. values];
                changed[index] += change;
                parameter.CopyFrom(changed);
                float loss = trainer.Evaluate(Inputs, targets);
                parameter.CopyFrom(values);
                return loss;
            }
        }
    }

    [Fact]
    public void Gradients_of_the_last_step_stay_to_be_read_by_name()
    {
        float[] targets = Numbers.Uniform(Inputs.Length, 3);
        ResidualAroundBranch network = new(seed: 4);
        float[] before = network.Parameters["0.1.weight"].ToArray();
        var trainer = network.CreateTrainer(new Sgd(1f), Loss.MeanSquaredError, batchSize: 5);
        Assert.All(trainer.Gradients["0.1.weight"].ToArray(), static gradient => Assert.Equal(0, gradient));

        trainer.Step(Inputs, targets);

        Assert.Equal(
            before.Zip(trainer.Gradients["0.1.weight"].ToArray(), static (value, gradient) => value - gradient),
            network.Parameters["0.1.weight"].ToArray());
    }
}
