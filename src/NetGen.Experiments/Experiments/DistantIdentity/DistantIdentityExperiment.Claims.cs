using NetGen.Experiments.Data;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.DistantIdentity;

/// <content>What is claimed of this task, each claim with the measurement that decides it.</content>
internal sealed partial class DistantIdentityExperiment
{
    /// <summary>The loss of an answer that is always zero, E[y²] for y ~ U(-1, 1).</summary>
    private const double LossOfZero = Uniform.Variance;

    private static readonly Func<InspectedLayer, double> std = static layer => layer.PreActivationStd;
    private static readonly Func<InspectedLayer, double> gradient = static layer => layer.PreActivationGradientNorm;
    private static readonly Func<InspectedLayer, double> weightGradient = static layer => layer.WeightGradientNorm;
    private static readonly Func<InspectedLayer, double> zeros = static layer => layer.ZeroFraction;

    private static readonly IReadOnlyList<Claim> claims =
    [
        new("\"The residual network learns; the plain network is completely stuck.\"", "fair", "training_loss", static (s, _) => (
            s.Res.FinalLoss.Max < s.Res.InitialLoss.Min / 10 && Math.Abs(s.Plain.FinalLoss.Median - LossOfZero) < 0.02,
            $"ResMLP ends at {s.Res.FinalLoss}. PlainMLP ends at {s.Plain.FinalLoss}, where always answering with zeros has 1/3.")),

        new(
            "\"16 orders of magnitude decay\" of the gradient in PlainMLP, \"uniform throughout\" in ResMLP.",
            "fair",
            "gradient_magnitude",
            static (s, _) => (
                s.Plain.Over(static run => run.End.Decades(gradient)).Median > 12
                    && s.Res.Over(static run => run.End.Decades(gradient)).Max < 1,
                $"Between the layers with the largest and the smallest dL/dz lie {s.Plain.Over(static run => run.End.Decades(gradient))} "
                    + "orders of magnitude in PlainMLP "
                    + "(∞ where the gradient of a layer is exactly zero) and "
                    + $"{s.Res.Over(static run => run.End.Decades(gradient))} in ResMLP.")),

        new("\"PlainMLP signal dies by layer 5.\"", "fair", "activation_std", static (s, _) => (
            s.Plain.After(5, std).Max < 0.01 * s.Plain.After(1, std).Min,
            $"The standard deviation of z falls from {s.Plain.After(1, std)} in layer 1 to {s.Plain.After(5, std)} in layer 5.")),

        new(
            "The early layers of PlainMLP \"receive no learning signal\", \"only the last few layers do any meaningful work\".",
            "fair",
            null,
            static (s, _) => (
                s.Plain.After(Depth / 2, weightGradient).Median < 1e-3 * s.Plain.After(Depth, weightGradient).Median,
                $"After training the gradient of the weights has a norm of {s.Plain.After(1, weightGradient)} in layer 1, "
                    + $"{s.Plain.After(Depth / 2, weightGradient)} in layer {Depth / 2} "
                    + $"and {s.Plain.After(Depth, weightGradient)} in layer {Depth}.")),

        new("What PlainMLP answers after training does not depend on what it is asked.", "fair", "activation_heatmaps", static (s, _) => (
            s.Plain.OutputStdBetweenExamples.Max < 1e-6,
            $"From one unseen vector to another its outputs have a standard deviation of {s.Plain.OutputStdBetweenExamples}, and ResMLP's "
                + $"of {s.Res.OutputStdBetweenExamples}. "
                + $"Over vectors and units together it is {s.Plain.After(Depth, static layer => layer.StreamStd)} in PlainMLP: "
                + "what differs from unit to unit alone is learned bias.")),

        new(
            "Residual connections alone are not enough: without scaled weights ResMLP explodes, \"the loss starts at 106 million\".",
            "raw",
            "setups",
            static (s, _) => (
                s.Res.InitialLoss.Min > 1e6,
                $"Its loss starts at {s.Res.InitialLoss} and ends at {s.Res.FinalLoss}.")),

        new("\"5x lower loss\" of ResMLP, 0.0630 against 0.3123, while only its weights are scaled.", "unfair", "setups", static (s, _) => (
            s.Improvement.Median is > 4 and < 6,
            $"The loss ends at {s.Plain.FinalLoss} in PlainMLP and {s.Res.FinalLoss} in ResMLP, {s.Improvement} times lower.")),

        new("With the branch scaled in the forward pass \"the improvement is only 1.6x\".", "scaled-branch", "setups", static (s, _) => (
            s.Improvement.Median is > 1.3 and < 2,
            $"The loss ends at {s.Plain.FinalLoss} in PlainMLP and {s.Res.FinalLoss} in ResMLP, {s.Improvement} times lower. "
                + $"ResMLP's starts at {s.Res.InitialLoss}: while biases are 0 the factor can as well stand in front of W, "
                + "so that it starts as in set-up fair. What differs is training: a step of Adam moves W as far as there, and what the "
                + $"branch adds {Number.Short(Math.Sqrt(Depth))} times less.")),

        new("Residual branches that start near zero give \"much better results\".", "near-zero", "setups", static (s, _) => (
            s.Res.FinalLoss.Median < s.Plain.FinalLoss.Median / 10,
            $"The loss of ResMLP goes from {s.Res.InitialLoss} to {s.Res.FinalLoss}; PlainMLP, with weights as "
                + $"small, ends at {s.Plain.FinalLoss}.")),

        new(
            "\"The comparison is fair\": PlainMLP could do what is asked as well as ResMLP.",
            "fair",
            "training_loss",
            static (s, floor) => (
                s.Plain.SmallestOutput.Min < 0 || s.Res.FinalLoss.Median > floor,
                $"The smallest output of PlainMLP is {Number.Short(s.Plain.SmallestOutput.Min)}. "
                    + $"On these data outputs that are never negative have a loss of at least {Number.Short(floor)} (1/6 in theory); "
                    + $"ResMLP ends at {s.Res.FinalLoss}."))
        {
            Refutation = "PlainMLP ends in a ReLU and half of what it is to answer is negative, so no such network, of whatever depth, "
                + "gets below that floor. The task favours ResMLP by construction.",
        },

        new(
            "At the start the weights of early layers get less gradient than the weights of late ones.",
            "fair",
            "gradient_kinds",
            static (s, _) => (
                s.Plain.Before(1, weightGradient).Median < 0.1 * s.Plain.Before(Depth, weightGradient).Median,
                $"Over the layers of PlainMLP before training dL/dz spans {s.Plain.Over(static run => run.Start.Decades(gradient))} orders "
                    + "of magnitude, but the gradient of the weights "
                    + $"{s.Plain.Over(static run => run.Start.Decades(weightGradient))}: its norm is {s.Plain.Before(1, weightGradient)} "
                    + $"in layer 1 and {s.Plain.Before(Depth, weightGradient)} in layer {Depth}."))
        {
            Refutation = "A weight's gradient is dL/dz times the layer's input: what the way back takes from early layers, "
                + "the way forward takes from late ones. "
                + "Steps of Adam are small where gradients are small beside its ε, 1e-8.",
        },

        new("The signal collapses because at every ReLU \"approximately 50% is deleted\".", "raw", null, static (s, _) => (
            s.Plain.Before(Depth, std).Median < 0.1 * s.Plain.Before(1, std).Median,
            $"With unscaled weights {Number.Percent(s.Plain.Over(static run => run.Start.Layers.Average(zeros)).Median)} of what leaves "
                + "the ReLUs of PlainMLP before training is zero, "
                + $"and the standard deviation of z is {s.Plain.Before(1, std)} in layer 1 and "
                + $"{s.Plain.Before(Depth, std)} in layer {Depth}."))
        {
            Refutation = "Kaiming's factor 2 makes up for what ReLU deletes. "
                + $"What makes the signal collapse in set-up fair is the scale 1/√{Depth}.",
        },

        new("Vanishing gradients are the only reason why the plain network fails.", "raw", "setups", static (s, floor) => (
            s.Plain.FinalLoss.Median < 1.5 * floor || s.Plain.Over(static run => run.Start.Decades(gradient)).Median > 2,
            $"With unscaled weights dL/dz of PlainMLP spans {s.Plain.Over(static run => run.Start.Decades(gradient))} orders of magnitude "
                + "over the layers before training. "
                + $"Its loss ends at {s.Plain.FinalLoss}; an answer of zeros has 1/3, and its floor is {Number.Short(floor)}."))
        {
            Refutation = "Nothing vanishes, and it has not learned it all the same.",
        },

        new("\"The '+1' ensures each term ≥ 1, so the product never vanishes.\"", "fair", "chain_rule", static (s, _) => (
            s.Res.Over(static run => Math.Max(run.Start.ShrinkingShare, run.End.ShrinkingShare)).Max == 0,
            $"The gradient of an example gets smaller in {Number.Percent(s.Res.Over(static run => run.Start.ShrinkingShare).Median)} of "
                + "its steps back through a layer of ResMLP before training, "
                + $"and in {Number.Percent(s.Res.Over(static run => run.End.ShrinkingShare).Median)} after it."))
        {
            Refutation = "1 + f' can be below 1: that the product does not vanish here is a measurement, no theorem.",
        },

        new("\"Keep what you have, then add to it\": ResMLP learns by what its layers add.", "fair", null, static (s, _) => (
            s.Res.After(Depth, zeros).Median < 0.9,
            $"Zeros after ReLU in the last layer of ResMLP go from {Number.Percent(s.Res.Before(Depth, zeros).Median)} before training to "
                + $"{Number.Percent(s.Res.After(Depth, zeros).Median)} after it."))
        {
            Refutation = "It learns by switching its branches off. "
                + "For a network that contains the identity from the start, adding nothing is the answer.",
        },
    ];

    /// <summary>A statement of the accounts of this experiment, and the measurement that decides it.</summary>
    private sealed record Claim(
        string Text, string Setup, string? Figure, Func<IdentityComparison, double, (bool Holds, string Measured)> Measure)
    {
        /// <summary>What follows where the measurement contradicts the claim.</summary>
        public string Refutation { get; init; } = "";

        public Finding Decide(IdentityComparison setup, double floor)
        {
            (bool holds, string measured) = Measure(setup, floor);
            return new Finding(Text, holds ? Standing.Holds : Standing.DoesNotHold, holds ? measured : $"{measured} {Refutation}".TrimEnd())
            {
                Figure = Figure,
            };
        }
    }
}
