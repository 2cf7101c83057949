using NetGen.Experiments.Measuring;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments;

/// <content>What is claimed of this task, each claim with the measurement that decides it.</content>
internal sealed partial class DistantIdentity
{
    /// <summary>The loss of an answer that is always zero, E[y²] for y ~ U(-1, 1).</summary>
    private const double LossOfZero = 1.0 / 3;

    private static readonly Func<LayerRow, double> std = static layer => layer.PreActivationStd;
    private static readonly Func<LayerRow, double> gradient = static layer => layer.PreActivationGradientNorm;
    private static readonly Func<LayerRow, double> weightGradient = static layer => layer.WeightGradientNorm;
    private static readonly Func<LayerRow, double> zeros = static layer => layer.ZeroFraction;

    private static readonly IReadOnlyList<Claim> claims =
    [
        new("\"The residual network learns; the plain network is completely stuck.\"", "fair", static (s, _) => (
            s.Res.FinalLoss.Max < s.Res.InitialLoss.Min / 10 && Math.Abs(s.Plain.FinalLoss.Mean - LossOfZero) < 0.02,
            $"ResMLP ends at {s.Res.FinalLoss}. PlainMLP ends at {s.Plain.FinalLoss}, where an answer of nothing but zeros has 1/3.")),

        new("\"16 orders of magnitude decay\" of the gradient in PlainMLP, \"uniform throughout\" in ResMLP.", "fair", static (s, _) => (
            s.Plain.Over(static run => run.End.Decades(gradient)).Median is > 12 and < 20 && s.Res.Over(static run => run.End.Decades(gradient)).Max < 1,
            $"Between the layers with the largest and the smallest dL/dz lie {s.Plain.Over(static run => run.End.Decades(gradient)).AroundMedian} orders of magnitude in PlainMLP "
                + $"(∞ where the gradient of a layer is exactly zero) and {s.Res.Over(static run => run.End.Decades(gradient))} in ResMLP.")),

        new("\"PlainMLP signal dies by layer 5.\"", "fair", static (s, _) => (
            s.Plain.After(5, std).Max < 0.01 * s.Plain.After(1, std).Min,
            $"The standard deviation of z falls from {s.Plain.After(1, std)} in layer 1 to {s.Plain.After(5, std)} in layer 5.")),

        new("Residual connections alone are not enough: without scaled weights ResMLP explodes, \"the loss starts at 106 million\".", "raw", static (s, _) => (
            s.Res.InitialLoss.Min > 1e6,
            $"Its loss starts at {s.Res.InitialLoss.AroundMedian} and ends at {s.Res.FinalLoss.AroundMedian}.")),

        new("\"5x lower loss\" of ResMLP, 0.0630 against 0.3123, while only its weights are scaled.", "unfair", static (s, _) => (
            s.Plain.FinalLoss.Mean / s.Res.FinalLoss.Mean is > 4 and < 6,
            $"The loss ends at {s.Plain.FinalLoss} in PlainMLP and {s.Res.FinalLoss} in ResMLP, {Number.Short(s.Plain.FinalLoss.Mean / s.Res.FinalLoss.Mean)} times lower.")),

        new("Residual branches that start near zero give \"much better results\".", "near-zero", static (s, _) => (
            s.Res.FinalLoss.Mean < s.Plain.FinalLoss.Mean / 10,
            $"The loss of ResMLP goes from {s.Res.InitialLoss} to {s.Res.FinalLoss}: a network that starts close to the identity has little left to learn. "
                + $"PlainMLP, with the same weights, ends at {s.Plain.FinalLoss}.")),

        new("\"The comparison is fair\": the task asks nothing of ResMLP that PlainMLP could not do.", "fair", static (s, floor) => (
            s.Plain.SmallestOutput.Min < 0 || s.Res.FinalLoss.Mean > floor,
            $"PlainMLP ends in a ReLU: its smallest output is {Number.Short(s.Plain.SmallestOutput.Min)}, and half of what it is to answer is negative. "
                + $"On these data no such network, of whatever depth, gets below {Number.Short(floor)} (1/6 in theory). ResMLP has no such floor and ends at {s.Res.FinalLoss}: the task favours it by construction.")),

        new("\"The early layers receive no learning signal\", while \"the last few layers do any meaningful work\".", "fair", static (s, _) => (
            s.Plain.Over(static run => run.Start.Decades(weightGradient)).Median > 6,
            $"Before training dL/dz of PlainMLP does span {s.Plain.Over(static run => run.Start.Decades(gradient))} orders of magnitude over the layers. "
                + $"But the gradient of the weights, which is dL/dz times the layer's input, spans only {s.Plain.Over(static run => run.Start.Decades(weightGradient))}: "
                + $"{s.Plain.Before(1, weightGradient).AroundMedian} in layer 1, {s.Plain.Before(20, weightGradient).AroundMedian} in layer 20. "
                + "What the way back takes from early layers, the way forward takes from late ones; only biases feel the difference.")),

        new("\"Each ReLU deletes half of the signal\", and that is why it collapses.", "raw", static (s, _) => (
            s.Plain.Before(20, std).Median < 0.1 * s.Plain.Before(1, std).Median,
            $"With unscaled weights ReLU deletes as much ({Number.Percent(s.Plain.Over(static run => run.Start.Layers.Average(zeros)).Mean)} zeros), yet before training the standard deviation of z is {s.Plain.Before(1, std)} in layer 1 and "
                + $"{s.Plain.Before(20, std)} in layer 20: Kaiming's factor 2 makes up for ReLU. What makes the signal collapse is the scale 1/√20.")),

        new("Vanishing gradients are why the plain network fails.", "raw", static (s, floor) => (
            s.Plain.FinalLoss.Mean < 1.5 * floor || s.Plain.Over(static run => run.Start.Decades(gradient)).Median > 2,
            $"With unscaled weights nothing vanishes (dL/dz before training spans {s.Plain.Over(static run => run.Start.Decades(gradient))} orders of magnitude over the layers), "
                + $"and PlainMLP still ends at {s.Plain.FinalLoss}, near the 1/3 of an answer of zeros and far from its floor of {Number.Short(floor)}.")),

        new("\"The '+1' ensures each term ≥ 1, so the product never vanishes.\"", "fair", static (s, _) => (
            s.Res.Over(static run => run.Start.ShrinkingShare).Max == 0 && s.Res.Over(static run => run.End.ShrinkingShare).Max == 0,
            $"1 + f' can be below 1: in {Number.Percent(s.Res.Over(static run => run.Start.ShrinkingShare).Mean)} of the steps through a layer before training, and in {Number.Percent(s.Res.Over(static run => run.End.ShrinkingShare).Mean)} after it, "
                + "the gradient of an example gets smaller. It does not vanish here, but no theorem says so.")),

        new("\"Keep what you have, then add to it\": ResMLP learns by what its layers add.", "fair", static (s, _) => (
            s.Res.After(20, zeros).Mean < 0.9,
            $"It learns by switching its branches off: zeros after ReLU in the last layer go from {Number.Percent(s.Res.Before(20, zeros).Mean)} before training to {Number.Percent(s.Res.After(20, zeros).Mean)} after it. "
                + "For a network that already contains the identity, adding nothing is the answer.")),
    ];

    /// <summary>Both networks in one set-up, over all seeds.</summary>
    private sealed class Comparison(Setup setup, IReadOnlyList<TrainingRun> runs)
    {
        public Setup Setup => setup;

        public NetworkRuns Plain { get; } = new(PlainMLP.Info.Name, Ink.Vermillion, [.. runs.Where(run => run.Setup == setup.Name && run.Network == PlainMLP.Info.Name)]) { Dashed = true };

        public NetworkRuns Res { get; } = new(ResMLP.Info.Name, Ink.Blue, [.. runs.Where(run => run.Setup == setup.Name && run.Network == ResMLP.Info.Name)]);
    }
}
