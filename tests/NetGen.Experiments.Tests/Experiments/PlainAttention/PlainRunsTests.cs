using NetGen.Experiments.Attention;
using NetGen.Experiments.Networks;
using NetGen.Experiments.PlainAttention;

namespace NetGen.Experiments.Tests.Experiments.PlainAttention;

public sealed class PlainRunsTests
{
    private const int Steps = 40;

    [Fact]
    public void Steps_over_another_network_are_told_by_the_loss_at_which_a_training_ends()
    {
        // One ends at a loss of 1; the other has it after the tenth of forty steps.
        PlainRuns slow = Of(static step => 5 - 4f * Math.Min(step, 36) / 36);
        PlainRuns fast = Of(static step => step < 10 ? 3 : 1);
        Assert.Equal(4, slow.StepsOver(fast).Median);
        Assert.Equal(1, fast.StepsOver(fast with { Runs = Of(static _ => 9).Runs }).Median);
    }

    [Fact]
    public void Runs_are_held_beside_others_of_the_same_seed()
    {
        PlainRuns own = Of(static _ => 2, microseconds: [6, 1]), others = Of(static _ => 2, microseconds: [2, 2]);
        Assert.Equal((0.5, 3), (own.SlowerThan(others).Min, own.SlowerThan(others).Max));
    }

    private static PlainRuns Of(Func<int, float> loss, params double[] microseconds) => new(
        PlainVariants.Plain,
        [.. Enumerable.Range(0, Math.Max(1, microseconds.Length)).Select(seed => Run([.. Enumerable.Range(1, Steps).Select(loss)], seed))],
        microseconds);

    private static PlainRun Run(float[] losses, int seed)
    {
        Look nothing = new([], []);
        TextRun seen = new("", "", seed, losses.Length, losses, [new TextCheck(losses.Length, 1)], "", nothing, nothing, [], [])
        {
            TrainingSeconds = 1,
        };
        return new PlainRun(
            new PlainDeclaration(PlainVariants.Plain, TransformerLayers.OfText, Depth: 4), CharacterGpt.Info, seen, [], []);
    }
}
