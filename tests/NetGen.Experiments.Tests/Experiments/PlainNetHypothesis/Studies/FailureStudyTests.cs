using System.Text.Json;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Tests.Experiments.PlainNetHypothesis.Studies;

public sealed class FailureStudyTests
{
    private static readonly int[] depths = [2, 3];

    private static readonly Settings settings = new(
        0, 1, 1, 64, "", new Dictionary<string, string> { ["--coder-steps"] = "1", ["--study"] = "failure" });

    [Fact]
    public void Run_writes_what_became_of_every_network_from_every_start_with_its_dead_units_and_memory()
    {
        using StudyRun run = new(new FailureStudy([2]), "--steps", "2");
        Assert.Equal(4 * 5 + 2, run.Rows.Count);
        Assert.All(run.Rows, static row =>
        {
            Assert.True(row.GetProperty("trainLoss").GetDouble() > 0);
            Assert.True(row.GetProperty("stepMicroseconds").GetDouble() > 0);
            Assert.Equal(2, row.GetProperty("deadBefore").GetProperty("outputs").GetArrayLength());
            Assert.Equal(2, row.GetProperty("deadAfter").GetProperty("hidden").GetArrayLength());
        });

        // With all biases at -1 nothing of what is at most 1 comes through, with coder C or around it.
        Assert.All(
            run.Rows.Where(static row => row.GetProperty("setting").GetString() == Condition.AllOff.Name
                && (Coder(row) == "C" || row.GetProperty("network").GetString() == HypothesisVariants.ResidualZero)),
            static row => Assert.Equal(1, row.GetProperty("deadBefore").GetProperty("outputs")[1].GetDouble()));
        Assert.True(Bytes(run, "pnnh", "A") > Bytes(run, "pnnh", "C"));
        Assert.True(Bytes(run, "pnnh", "C") > Bytes(run, "residual-zero", null));
        Assert.Empty(run.Undeclared);
        Assert.Empty(run.Missing);
        Assert.Contains("Compiled 4 networks of 2 layers, in", run.Output, StringComparison.Ordinal);
        Assert.Contains("The four networks of 2 layers were compiled in", run.Output, StringComparison.Ordinal);
        Assert.Contains("This is a reconstruction", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_says_what_blew_up_and_goes_on()
    {
        Report report = Conclude(static run => run is { Network: "plain", Depth: 3, Setting: "weights × 3" } ? float.NaN : 0.01f);
        Assert.Contains(
            "Losses became NaN or infinite in plain, 3 layers, weights × 3 (1 of 1, from step 1).",
            report.Answer,
            StringComparison.Ordinal);
        Assert.Contains("plain trains at 2, 3 layers; ", report.Answer, StringComparison.Ordinal);
        Assert.Contains("No loss became NaN", Conclude(static _ => 0.01f).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Claim_that_plain_networks_train_with_coders_alone_falls_with_the_numbers()
    {
        Assert.Equal(Standing.Holds, Deep(Conclude(static run => run.Network == "plain" ? 0.33f : 0.01f)));
        Assert.Equal(Standing.DoesNotHold, Deep(Conclude(static _ => 0.01f)));
        Assert.Equal(
            Standing.DoesNotHold,
            Deep(Conclude(static run => run.Network == "plain" || run is { Coder: "C", Depth: 3 } ? 0.33f : 0.01f)));

        static Standing Deep(Report report) => Assert.Single(
            report.Findings, static one => one.Claim.Contains("devoid of residual", StringComparison.Ordinal)).Standing;
    }

    [Fact]
    public void What_fails_is_told_to_be_dead_before_training_or_after_it()
    {
        Report report = Conclude(static run => run is { Coder: "A", Depth: 3, Setting: "as declared" } ? 0.33f : 0.01f, deadAfter: 0.7);
        Assert.Contains(
            "1 fails in spite of a coder or a residual connection: more than half of the last layer's outputs are dead in 0 of them before "
                + "training, in 1 after it.",
            report.Answer,
            StringComparison.Ordinal);
    }

    private static string? Coder(JsonElement row) => row.GetProperty("coder").GetString();

    private static long Bytes(StudyRun run, string network, string? coder) => run.Rows
        .First(row => row.GetProperty("network").GetString() == network && Coder(row) == coder)
        .GetProperty("trainingBytes")
        .GetInt64();

    private static Report Conclude(Func<HypothesisRun, float> loss, double deadAfter = 0)
    {
        HypothesisRun[] runs =
        [
            .. from condition in Condition.All
               from depth in depths
               from network in FailingNetwork.All
               where condition != Condition.Slow || (depth == 3 && (network == FailingNetwork.A || network == FailingNetwork.Residual))
               select new HypothesisRun("", network.Network, depth, network.Coder?.Letter, true, 0, [0.5f], 0.5f, null, 100, 0)
               {
                   Setting = condition.Name,
                   DeadBefore = new DeadUnits([0, 0, 0], [0, 0, 0]),
                   Memory = new TrainingMemory("", 1, 1, 2, 10),
                   DeadAfter = new DeadUnits([0, 0, 0], [0, 0, deadAfter]),
               },
        ];
        return new FailureStudy(depths).Conclude(
            settings, [.. runs.Select(run => run with { UnseenLoss = loss(run), Losses = [loss(run)] })]);
    }
}
