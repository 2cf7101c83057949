using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.ResidualDepth;

namespace NetGen.Experiments.Tests.Experiments.ResidualDepth;

/// <summary>The compiler knows the declared start, and nothing of one that an option has changed.</summary>
public sealed class PredictionTests
{
    [Theory]
    [InlineData("--lr", "1e-3", true)]
    [InlineData("--gain", "1.7", true)]
    [InlineData("--gain", "1.6", false)]
    [InlineData("--w2-scale", "0.1", false)]
    public void Curves_carry_a_prediction_where_the_weights_start_as_declared(string option, string value, bool expected)
    {
        Report report = new DirectRun(steps: 1, ("--small", "true"), ("--start", "scaled"), (option, value)).Conclude();
        Assert.All(["input_spread", "pre_activation_gradient"], name =>
        {
            Series[] lines = Lines(report, name);
            Assert.Equal(4, lines.Length);
            Assert.All(lines[..2], line => Assert.Equal(expected ? 50 : 0, line.Predicted.Count));
            Assert.All(lines[2..], static line => Assert.Empty(line.Predicted));
        });
        Assert.All(Lines(report, "gradient_by_block"), static line => Assert.Empty(line.Predicted));
    }

    [Fact]
    public void Variants_of_every_study_start_as_their_networks_are_declared()
    {
        DeepStart start = new(LearningRate: 1e-4f, Gain: 1.7f, LastScale: 1 / MathF.Sqrt(50));
        Assert.All(
            DepthStudies.All.SelectMany(study => study.Variants(start)),
            static variant => Assert.True(variant.StartsAsDeclared, $"{variant.Name}: {variant.Network.Name}"));
    }

    [Fact]
    public void Weights_that_are_to_start_otherwise_are_scaled_from_what_is_declared()
    {
        float[] inputs = [0.5f, -0.25f];
        Assert.Equal(Answers(static seed => new ResidualGentle64(seed)), Answers(static seed => new Residual64(seed)), 1e-4f);

        float Answers<TNetwork>(Func<int, TNetwork> create)
            where TNetwork : class, INetwork =>
                DeepVariant.Of("", new DeepStart(1e-4f, Gain: 1, 1 / MathF.Sqrt(50)), create).AnswersAtStart(3, inputs)[0];
    }

    private static Series[] Lines(Report report, string figure) =>
        [.. report.Figures.Single(one => one.Name == figure).Panels.Cast<Chart>().SelectMany(static chart => chart.Series)];
}
