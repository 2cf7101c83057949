using NetGen.Experiments.Measuring;
using NetGen.Experiments.Pictures;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments;

/// <content>What is claimed of this task, each claim with the measurement that decides it.</content>
internal sealed partial class DistantIdentity
{
    /// <summary>The loss of an answer that is always zero, E[y²] for y ~ U(-1, 1).</summary>
    private const double LossOfZero = 1.0 / 3;

    private static readonly IReadOnlyList<Claim> claims =
    [
        new("\"The residual network learns; the plain network is completely stuck.\"", "fair", static (s, _) => (
            s.Final(s.Res).Max < s.Initial(s.Res).Min / 10 && Math.Abs(s.Final(s.Plain).Mean - LossOfZero) < 0.02,
            $"ResMLP ends at {s.Final(s.Res)}. PlainMLP ends at {s.Final(s.Plain)}, where an answer of nothing but zeros has 1/3.")),

        new("\"16 orders of magnitude decay\" of the gradient in PlainMLP, \"uniform throughout\" in ResMLP.", "fair", static (s, _) => (
            s.Decades(s.Plain, static layer => layer.PreActivationGradientNorm).Median is > 12 and < 20 && s.Decades(s.Res, static layer => layer.PreActivationGradientNorm).Max < 1,
            $"Between the layers with the largest and the smallest dL/dz lie {s.Decades(s.Plain, static layer => layer.PreActivationGradientNorm)} orders of magnitude in PlainMLP "
                + $"and {s.Decades(s.Res, static layer => layer.PreActivationGradientNorm)} in ResMLP.")),

        new("\"PlainMLP signal dies by layer 5.\"", "fair", static (s, _) => (
            s.Std(s.Plain, 5).Max < 0.01 * s.Std(s.Plain, 1).Min,
            $"The standard deviation of z falls from {s.Std(s.Plain, 1)} in layer 1 to {s.Std(s.Plain, 5)} in layer 5.")),

        new("Residual connections alone are not enough: without scaled weights ResMLP explodes, \"the loss starts at 106 million\".", "raw", static (s, _) => (
            s.Initial(s.Res).Min > 1e6,
            $"Its loss starts at {s.Initial(s.Res).AroundMedian} and ends at {s.Final(s.Res).AroundMedian}.")),

        new("With residual branches that start near zero \"ResMLP achieves 5x lower loss than PlainMLP\".", "near-zero", static (s, _) => (
            s.Final(s.Plain).Mean > 2 * s.Final(s.Res).Mean,
            $"The loss ends at {s.Final(s.Plain)} in PlainMLP and {s.Final(s.Res)} in ResMLP, {Number.Short(s.Final(s.Plain).Mean / s.Final(s.Res).Mean)} times lower.")),

        new("\"The comparison is fair\": the task asks nothing of ResMLP that PlainMLP could not do.", "fair", static (s, floor) => (
            s.SmallestOutput(s.Plain).Min < 0 || s.Final(s.Res).Mean > floor,
            $"PlainMLP ends in a ReLU: its smallest output is {Number.Short(s.SmallestOutput(s.Plain).Min)}, and half of what it is to answer is negative. "
                + $"On these data no such network, of whatever depth, gets below {Number.Short(floor)} (1/6 in theory). ResMLP has no such floor and ends at {s.Final(s.Res)}: the task favours it by construction.")),

        new("\"The early layers receive no learning signal\", while \"the last few layers do any meaningful work\".", "fair", static (s, _) => (
            s.Decades(s.Plain, static layer => layer.WeightGradientNorm, before: true).Median > 6,
            $"Before training dL/dz of PlainMLP does span {s.Decades(s.Plain, static layer => layer.PreActivationGradientNorm, before: true)} orders of magnitude over the layers. "
                + $"But the gradient of the weights, which is dL/dz times the layer's input, spans only {s.Decades(s.Plain, static layer => layer.WeightGradientNorm, before: true)}: "
                + $"{s.WeightGradient(s.Plain, 1).AroundMedian} in layer 1, {s.WeightGradient(s.Plain, 20).AroundMedian} in layer 20. "
                + "What the way back takes from early layers, the way forward takes from late ones; only biases feel the difference.")),

        new("\"Each ReLU deletes half of the signal\", and that is why it collapses.", "raw", static (s, _) => (
            s.StartStd(s.Plain, 20).Median < 0.1 * s.StartStd(s.Plain, 1).Median,
            $"With unscaled weights ReLU deletes as much ({Number.Percent(s.StartZeros(s.Plain).Mean)} zeros), yet before training the standard deviation of z is {s.StartStd(s.Plain, 1)} in layer 1 and "
                + $"{s.StartStd(s.Plain, 20)} in layer 20: Kaiming's factor 2 makes up for ReLU. What makes the signal collapse is the scale 1/√20.")),

        new("Vanishing gradients are why the plain network fails.", "raw", static (s, floor) => (
            s.Final(s.Plain).Mean < 1.5 * floor || s.Decades(s.Plain, static layer => layer.PreActivationGradientNorm, before: true).Median > 2,
            $"With unscaled weights nothing vanishes (dL/dz before training spans {s.Decades(s.Plain, static layer => layer.PreActivationGradientNorm, before: true)} orders of magnitude over the layers), "
                + $"and PlainMLP still ends at {s.Final(s.Plain)}, near the 1/3 of an answer of zeros and far from its floor of {Number.Short(floor)}.")),

        new("\"The '+1' ensures each term ≥ 1, so the product never vanishes.\"", "fair", static (s, _) => (
            s.Shrinking(s.Res, before: true).Max == 0 && s.Shrinking(s.Res, before: false).Max == 0,
            $"1 + f' can be below 1: in {Number.Percent(s.Shrinking(s.Res, before: true).Mean)} of the steps through a layer before training, and in {Number.Percent(s.Shrinking(s.Res, before: false).Mean)} after it, "
                + "the gradient of an example gets smaller. It does not vanish here, but no theorem says so.")),

        new("\"Keep what you have, then add to it\": ResMLP learns by what its layers add.", "fair", static (s, _) => (
            s.Zeros(s.Res, 20).Mean < 0.9,
            $"It learns by switching its branches off: zeros after ReLU in the last layer go from {Number.Percent(s.StartZeros(s.Res, 20).Mean)} before training to {Number.Percent(s.Zeros(s.Res, 20).Mean)} after it. "
                + "For a network that already contains the identity, adding nothing is the answer.")),
    ];

    /// <summary>Both networks in one set-up, over all seeds.</summary>
    private sealed class Comparison(Setup setup, IReadOnlyList<TrainingRun> runs)
    {
        public Setup Setup => setup;

        public NetworkRuns Plain { get; } = new("PlainMLP", Ink.Vermillion, Dashed: true, [.. runs.Where(run => run.Setup == setup.Name && run.Network == "PlainMLP")]);

        public NetworkRuns Res { get; } = new("ResMLP", Ink.Blue, Dashed: false, [.. runs.Where(run => run.Setup == setup.Name && run.Network == "ResMLP")]);

        public Spread Initial(NetworkRuns network) => Over(network, static run => run.InitialLoss);

        public Spread Final(NetworkRuns network) => Over(network, static run => run.FinalLoss);

        public Spread Unseen(NetworkRuns network) => Over(network, static run => run.UnseenLoss);

        public Spread SmallestOutput(NetworkRuns network) => Over(network, static run => run.SmallestOutput);

        public Spread Gradient(NetworkRuns network, int layer) => Over(network, run => run.End.Layers[layer - 1].PreActivationGradientNorm);

        public Spread LeastGradient(NetworkRuns network) => Over(network, static run => run.End.Layers.Min(static layer => layer.PreActivationGradientNorm));

        public Spread MostGradient(NetworkRuns network) => Over(network, static run => run.End.Layers.Max(static layer => layer.PreActivationGradientNorm));

        public Spread WeightGradient(NetworkRuns network, int layer) => Over(network, run => run.Start.Layers[layer - 1].WeightGradientNorm);

        public Spread Std(NetworkRuns network, int layer) => Over(network, run => run.End.Layers[layer - 1].PreActivationStd);

        public Spread StartStd(NetworkRuns network, int layer) => Over(network, run => run.Start.Layers[layer - 1].PreActivationStd);

        public Spread LeastStd(NetworkRuns network) => Over(network, static run => run.End.Layers.Min(static layer => layer.PreActivationStd));

        public Spread MostStd(NetworkRuns network) => Over(network, static run => run.End.Layers.Max(static layer => layer.PreActivationStd));

        public Spread Zeros(NetworkRuns network, int layer) => Over(network, run => run.End.Layers[layer - 1].ZeroFraction);

        public Spread StartZeros(NetworkRuns network, int layer) => Over(network, run => run.Start.Layers[layer - 1].ZeroFraction);

        public Spread StartZeros(NetworkRuns network) => Over(network, static run => run.Start.Layers.Average(static layer => layer.ZeroFraction));

        public Spread Shrinking(NetworkRuns network, bool before) => Over(network, run => (before ? run.Start : run.End).Backward.Average(static step => step.ShrinkingShare));

        /// <summary>How many powers of ten lie between the largest and the smallest value of a network's layers.</summary>
        public Spread Decades(NetworkRuns network, Func<LayerRow, double> value, bool before = false) => Over(network, run =>
            Math.Log10((before ? run.Start : run.End).Layers.Max(value) / (before ? run.Start : run.End).Layers.Min(value)));

        private static Spread Over(NetworkRuns network, Func<TrainingRun, double> value) => Spread.Of(network.Runs.Select(value));
    }
}
