using System.Text.Json;
using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Tests.Experiments.PlainNetHypothesis.Studies;

public sealed class CoderStudyTests
{
    private static readonly CoderDesign deep = CoderDesign.Base with { Label = "2 layers each", Depth = 2, Width = 16 };
    private static readonly CoderDesign masked = CoderDesign.Base with { Label = "masked", Noise = new CoderNoise.Mask(0.5f) };
    private static readonly CoderFactor[] factors = [new("depth", [deep]), new("noise in its training", [masked])];

    private static readonly Settings settings = new(
        0, 1, 1, 64, "", new Dictionary<string, string> { ["--coder-steps"] = "1", ["--study"] = "coder" });

    [Fact]
    public void Run_writes_a_row_for_every_coder_and_for_layers_without_one()
    {
        using StudyRun run = new(new CoderStudy(depth: 2, factors), "--steps", "2");
        Assert.Equal(["residual, zero start", "base", "2 layers each", "masked"], run.Rows.Select(Coder));
        Assert.All(run.Rows, static row =>
        {
            Assert.Equal(
                [
                    "network", "setting", "depth", "coder", "seed", "parameters", "trainLoss", "unseenLoss", "coderError",
                    "stepMicroseconds", "trainingBytes", "blewUpAt", "deadBefore", "deadAfter", "losses",
                ],
                StudyRun.Names(row));
            Assert.Equal(2, row.GetProperty("depth").GetInt32());
            Assert.True(row.GetProperty("trainLoss").GetDouble() > 0);
            Assert.True(row.GetProperty("stepMicroseconds").GetDouble() > 0);
        });
        // Two layers each: 128 · 16 + 16 and back, and twice 16 · 16 + 16 between them. The learners and the last Linear have the rest.
        int[] parameters = [.. run.Rows.Select(static row => row.GetProperty("parameters").GetInt32())];
        Assert.Equal(128 * 16 + 16 + 2 * (16 * 16 + 16) + 16 * 128 + 128, parameters[2] - parameters[0]);
        Assert.Equal(parameters[1], parameters[3]);
        Assert.Empty(run.Undeclared);
        Assert.Empty(run.Missing);
        Assert.Contains("This is a reconstruction", run.Output, StringComparison.Ordinal);

        static string Coder(JsonElement row) => row.GetProperty("coder").GetString() ?? "residual, zero start";
    }

    [Theory]
    [InlineData(0.02f, 0.3f, "noise in its training", "30.0")]
    [InlineData(0.2f, 0.03f, "depth", "20.0")]
    public void Answer_says_what_matters_most(float ofDeep, float ofMasked, string most, string times)
    {
        Report report = Conclude(label => label switch
        {
            "2 layers each" => ofDeep,
            "masked" => ofMasked,
            _ => 0.01f,
        });
        Assert.Contains($"what matters most of a coder is {most}: ", report.Answer, StringComparison.Ordinal);
        Assert.Contains($", {times} times as much.", report.Answer, StringComparison.Ordinal);
        Assert.Equal(most, report.Results[1].Rows[0][0]);
    }

    [Fact]
    public void Fewest_parameters_are_named_of_the_coders_that_keep_up_with_the_base()
    {
        string alone = Conclude(static label => label == "base" ? 0.01f : 0.1f).Answer;
        string together = Conclude(static _ => 0.01f).Answer;
        Assert.Contains("fewest parameters is base", alone, StringComparison.Ordinal);
        Assert.Contains("fewest parameters is 2 layers each", together, StringComparison.Ordinal);
    }

    [Fact]
    public void Coder_that_does_better_than_a_residual_connection_refutes_that_none_does()
    {
        Assert.Equal(Standing.Holds, Residual(Conclude(static _ => 0.01f)));
        Assert.Equal(Standing.DoesNotHold, Residual(Conclude(static label => label == "masked" ? 0.005f : 0.01f)));

        static Standing Residual(Report report) =>
            Assert.Single(report.Findings, static one => one.Claim.Contains("optimal solution", StringComparison.Ordinal)).Standing;
    }

    private static Report Conclude(Func<string, float> unseenLoss)
    {
        (string? Coder, string Network, string Setting)[] variants =
        [
            (null, HypothesisVariants.ResidualZero, "reference"), ("base", HypothesisVariants.Pnnh, "base"),
            (deep.Label, HypothesisVariants.Pnnh, "depth"), (masked.Label, HypothesisVariants.Pnnh, "noise in its training"),
        ];
        HypothesisRun[] layers =
        [
            .. variants.Select(variant => new HypothesisRun(
                "", variant.Network, 2, variant.Coder, true, 0, [0.5f], unseenLoss(variant.Coder ?? ""), variant.Coder is null ? null : 0.1,
                100, variant.Coder == deep.Label ? 10 : 20)
                {
                    Setting = variant.Setting,
                }),
        ];
        CoderRun[] coders =
        [
            .. variants.Where(static variant => variant.Coder is not null)
                .Select(static variant => new CoderRun("", variant.Coder!, 0, 1, [0.5f], Coder.Exact)),
        ];
        return new CoderStudy(depth: 2, factors).Conclude(settings, [.. layers, .. coders]);
    }
}
