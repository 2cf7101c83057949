using NetGen.Experiments.Data;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Networks;

namespace NetGen.Experiments.Tests.Measuring;

public sealed class BackwardStepTests
{
    private const int Rows = 2;

    [Fact]
    public void Gradient_before_the_first_layer_of_a_plain_network_is_that_of_finite_differences() =>
        AgreesWithFiniteDifferences(new PlainMLP(seed: 5, initScale: 1), residual: false);

    [Fact]
    public void Gradient_before_the_first_layer_of_a_residual_network_is_that_of_finite_differences() =>
        AgreesWithFiniteDifferences(new ResMLP(seed: 5), residual: true);

    [Fact]
    public void Steps_hand_the_gradient_on_to_each_other()
    {
        IReadOnlyList<BackwardStep> steps = Steps(new ResMLP(seed: 5), residual: true);
        Assert.Equal(20, steps.Count);
        Assert.All(steps.Zip(steps.Skip(1)), static pair => Assert.Equal(pair.Second.Before, pair.First.Behind));
    }

    [Fact]
    public void Plain_layer_hands_on_its_branch_alone() =>
        Assert.All(Steps(new PlainMLP(seed: 5), residual: false), static step => Assert.Equal(step.Branch, step.Before));

    private static IReadOnlyList<BackwardStep> Steps<TNetwork>(TNetwork network, bool residual)
        where TNetwork : class, INetwork
    {
        float[] vectors = Uniform.Array(Rows * TNetwork.Info.InputWidth, new SeededRandom(7));
        return Inspection.Of(network.CreateTrainer(new Adam(1e-3f), Loss.MeanSquaredError, Rows), vectors, vectors, residual).Backward;
    }

    // The norm of dL/dx from central differences of the loss in float: good to about a per cent, as is a step of 1e-2 over kinks of ReLU.
    private static void AgreesWithFiniteDifferences<TNetwork>(TNetwork network, bool residual)
        where TNetwork : class, INetwork
    {
        const float step = 1e-2f;
        float[] targets = Uniform.Array(Rows * TNetwork.Info.InputWidth, new SeededRandom(7));
        var trainer = network.CreateTrainer(new Adam(1e-3f), Loss.MeanSquaredError, Rows);
        double squares = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            float[] inputs = [.. targets];
            inputs[i] = targets[i] + step;
            double above = trainer.Evaluate(inputs, targets);
            inputs[i] = targets[i] - step;
            double slope = (above - trainer.Evaluate(inputs, targets)) / (2 * step);
            squares += slope * slope;
        }

        Assert.InRange(Steps(network, residual)[0].Before / Math.Sqrt(squares), 0.97, 1.03);
    }
}
