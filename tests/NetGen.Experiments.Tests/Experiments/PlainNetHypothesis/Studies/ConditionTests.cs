using NetGen.Experiments.Data;
using NetGen.Experiments.Networks;
using NetGen.Experiments.PlainNetHypothesis;

namespace NetGen.Experiments.Tests.Experiments.PlainNetHypothesis.Studies;

public sealed class ConditionTests
{
    private static readonly string branch = typeof(Branch).FullName!;

    [Fact]
    public void Factor_changes_both_weights_of_every_branch_and_nothing_else()
    {
        PlainBranch20 declared = new(seed: 1);
        PlainBranch20 hurt = new(seed: 1);
        Condition.Large.ApplyTo(hurt.Parameters, PlainBranch20.Info, branch);
        Assert.All(PlainBranch20.Info.Parameters, parameter =>
        {
            float factor = parameter.Blocks.Contains(branch) && parameter.Shape.Length == 2 ? 3 : 1;
            Assert.Equal(
                declared.Parameters[parameter.Name].ToArray().Select(value => factor * value), hurt.Parameters[parameter.Name].ToArray());
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Biases_of_branches_become_minus_one_the_last_ones_too_or_not(bool all)
    {
        PlainBranch20 hurt = new(seed: 1);
        (all ? Condition.AllOff : Condition.HiddenOff).ApplyTo(hurt.Parameters, PlainBranch20.Info, branch);
        Assert.All(hurt.Parameters["1.19.0.0.bias"].ToArray(), static value => Assert.Equal(-1, value));
        Assert.All(hurt.Parameters["1.19.0.2.bias"].ToArray(), value => Assert.Equal(all ? -1 : 0, value));
        Assert.All(hurt.Parameters["2.bias"].ToArray(), static value => Assert.Equal(0, value));
    }

    [Fact]
    public void Units_that_are_zero_for_every_input_are_counted_in_each_layer()
    {
        PlainBranch20 network = new(seed: 1);
        float[] inputs = Uniform.Array(256 * 64, new SeededRandom(2));
        DeadUnits declared = DeadUnits.In(network, inputs);
        Assert.Equal(20, declared.Outputs.Count);
        Assert.Equal(20, declared.Hidden.Count);
        Assert.InRange(declared.Hidden[0], 0, 0.1);

        float[] bias = new float[128];
        Array.Fill(bias, -1e3f, 0, 32);
        network.Parameters["1.4.0.2.bias"].CopyFrom(bias);
        Assert.InRange(DeadUnits.In(network, inputs).Outputs[4], 0.25, 0.25 + declared.Outputs[4]);

        network.Parameters["1.4.0.2.bias"].CopyFrom([float.NaN, .. bias[1..]]);
        Assert.True(double.IsNaN(DeadUnits.In(network, inputs).Outputs[4]));
    }
}
