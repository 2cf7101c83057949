using NetGen.Experiments.Data;
using NetGen.Experiments.DistantIdentity;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Networks.Variants;

namespace NetGen.Experiments.Tests.Experiments.DistantIdentity;

public sealed class BackwardStepTests
{
    private const int Rows = 2;

    [Fact]
    public void Gradient_before_the_first_layer_of_a_plain_network_is_that_of_finite_differences() =>
        AgreesWithFiniteDifferences(new RawPlainMLP(seed: 5), residual: false);

    [Fact]
    public void Gradient_before_the_first_layer_of_a_residual_network_is_that_of_finite_differences() =>
        AgreesWithFiniteDifferences(new ResMLP(seed: 5), residual: true);

    [Fact]
    public void Gradient_before_the_first_layer_of_a_network_with_scaled_branches_is_that_of_finite_differences() =>
        AgreesWithFiniteDifferences(new ScaledBranchResMLP(seed: 5), residual: true);

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

    /// <summary>
    /// Two examples whose gradients behind the last layer are 3 and 4 along one unit. Layer 20 takes all of the first and nothing of the
    /// second; layer 19 adds to both; the others have no gradient of their own. Where they have one, it lies along unit 1 and W leads it to
    /// unit 0.
    /// </summary>
    [Fact]
    public void Norms_and_shrinking_share_of_two_examples_are_those_worked_out_by_hand()
    {
        ResMLP network = new(seed: 5);
        int width = ResMLP.Info.OutputWidth;
        float[] weight = new float[width * width];
        weight[width] = 1;
        network.Parameters["layers.18.linear.weight"].CopyFrom(weight);
        network.Parameters["layers.19.linear.weight"].CopyFrom(weight);

        BatchCopy batch = new(20);
        for (int layer = 0; layer < 20; layer++)
        {
            batch.Streams[layer] = new float[Rows * width];
            batch.PreActivationGradients[layer] = new float[Rows * width];
        }

        // dL/dy = 2 (y - target) / (rows width) = y / 64.
        batch.Streams[19][0] = 3 * width;
        batch.Streams[19][width] = 4 * width;
        batch.PreActivationGradients[19][1] = -3;
        batch.PreActivationGradients[18][1] = 3;
        batch.PreActivationGradients[18][width + 1] = 4;

        BackwardStep[] steps = BackwardStep.Measure(network, batch, new float[Rows * width], residual: true);
        Assert.Equal(new BackwardStep(Behind: 5, Branch: 3, Before: 4, ShrinkingShare: 0.5), steps[19]);
        Assert.Equal((0.8, 0.6), (steps[19].Gain, steps[19].BranchGain));
        Assert.Equal(new BackwardStep(Behind: 4, Branch: 5, Before: Math.Sqrt(73), ShrinkingShare: 0), steps[18]);
        Assert.All(steps[..18], static step => Assert.Equal(new BackwardStep(Math.Sqrt(73), 0, Math.Sqrt(73), 0), step));
    }

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
