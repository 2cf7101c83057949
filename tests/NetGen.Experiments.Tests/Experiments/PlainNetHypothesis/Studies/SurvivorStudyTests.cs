using System.Text.Json;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.PlainNetHypothesis;

namespace NetGen.Experiments.Tests.Experiments.PlainNetHypothesis.Studies;

public sealed class SurvivorStudyTests
{
    [Fact]
    public void Run_counts_survivors_and_bounds_of_every_layer_and_finds_no_violation()
    {
        using StudyRun run = new(new SurvivorStudy(depth: 3));
        Assert.Equal(2 * SurvivingActivation.All.Count, run.Rows.Count);
        Assert.All(run.Rows, static row =>
        {
            Assert.Equal(
                ["network", "activation", "depth", "seed", "parameters", "coder", "trainLoss", "layers"], StudyRun.Names(row));
            Assert.Equal(3, row.GetProperty("layers").GetArrayLength());
            Assert.All(row.GetProperty("layers").EnumerateArray(), static layer =>
            {
                foreach (JsonElement count in (JsonElement[])[layer.GetProperty("half"), layer.GetProperty("tenth")])
                {
                    Assert.Equal(0, count.GetProperty("violations").GetInt32());
                    Assert.InRange(count.GetProperty("neuronBound").GetDouble(), 0, count.GetProperty("survival").GetDouble());
                }
            });
        });
        Assert.Empty(run.Undeclared);
        Assert.Empty(run.Missing);
        Assert.Contains("How the bound is derived", run.Output, StringComparison.Ordinal);
    }

    // The share that an activation keeps, computed here from its definition.
    [Theory]
    [InlineData("ReLU")]
    [InlineData("LeakyReLU")]
    [InlineData("PReLU")]
    [InlineData("GELU")]
    [InlineData("Tanh")]
    public void What_survives_is_what_keeps_more_than_its_share(string name)
    {
        SurvivingActivation activation = SurvivingActivation.All.Single(one => one.Name == name);
        for (double z = -12.005; z < 12; z += 0.01)
        {
            double kept = Math.Abs(Value(name, z)) / Math.Abs(z);
            Assert.True(activation.Half.Holds(z) == kept > 0.5, $"{name}({z}) keeps {kept}");
            Assert.True(activation.Tenth.Holds(z) == kept > 0.1, $"{name}({z}) keeps {kept}");
        }
    }

    [Fact]
    public void Count_of_a_false_bound_is_not_zero()
    {
        float[] preActivations = [.. Enumerable.Range(0, 64).Select(static index => (float)Math.Sin(index) + 0.3f)];
        Assert.Equal(0, SurvivorCount.Of(preActivations, width: 4, SurvivorSet.Positive).Violations);
        Assert.Equal(4, SurvivorCount.Of(preActivations, width: 4, new TooLittleVariance()).Violations);
    }

    private static double Value(string name, double z) => name switch
    {
        "ReLU" => Math.Max(0, z),
        "LeakyReLU" => z > 0 ? z : 0.01 * z,
        "PReLU" => z > 0 ? z : 0.25 * z,
        "GELU" => z * Normal(z),
        "Tanh" => Math.Tanh(z),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Expected an activation of the study."),
    };

    /// <summary>Φ, by Simpson's rule from 0.</summary>
    private static double Normal(double z)
    {
        const int pieces = 400;
        double width = z / pieces;
        double sum = 0;
        for (int piece = 0; piece < pieces; piece++)
            sum += Density(piece * width) + 4 * Density((piece + 0.5) * width) + Density((piece + 1) * width);
        return 0.5 + sum * width / 6;

        static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }

    /// <summary>Cantelli's inequality, wrongly used: with far less variance than there is.</summary>
    private sealed record TooLittleVariance : SurvivorSet
    {
        public override string Words => "z > 0";

        public override bool Holds(double preActivation) => preActivation > 0;

        public override double Bound(double mean, double variance) => Positive.Bound(mean, variance / 100);
    }
}
