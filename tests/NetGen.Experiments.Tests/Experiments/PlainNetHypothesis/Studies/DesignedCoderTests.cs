using NetGen.Experiments.Data;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Tests.Experiments.PlainNetHypothesis.Studies;

public sealed class DesignedCoderTests
{
    // A step of Adam moves a number by no more than the learning rate.
    private const float Moved = 1.01f * CoderKind.LearningRate;

    private static readonly CompiledNetworks networks = Compile();

    private static CoderDesign Deep { get; } = CoderDesign.Base with { Label = "deep", Depth = 2, Width = 16, Activation = "Tanh" };

    [Fact]
    public void Tied_coder_of_two_layers_each_starts_as_its_encoder_the_other_way_round()
    {
        Coder tied = Train(Deep);
        Coder untied = Train(Deep with { Tied = false });
        Assert.Equal([16 * 128, 16, 16 * 16, 16, 16 * 16, 16, 128 * 16, 128], tied.Parameters.Select(static one => one.Length));
        Assert.InRange(Apart(tied, 0, 6, 128, 16), 0, 2 * Moved);
        Assert.InRange(Apart(tied, 2, 4, 16, 16), 0, 2 * Moved);
        Assert.InRange(Apart(untied, 0, 6, 128, 16), 0.1f, 2);
    }

    [Fact]
    public void Coder_that_starts_as_the_identity_loses_nothing_of_what_a_ReLU_hands_on()
    {
        Coder identity = Train(CoderDesign.Base with { Init = Init.Identity });
        Assert.Equal(0, CoderError.OfRectifiedNormal(identity, seed: 0));
    }

    [Fact]
    public void Noise_changes_what_a_coder_learns_and_not_how_it_starts()
    {
        CoderRun clear = Run(CoderDesign.Base, steps: 2);
        CoderRun masked = Run(CoderDesign.Base with { Noise = new CoderNoise.Mask(0.5f) }, steps: 2);
        Assert.NotEqual(clear.Losses[0], masked.Losses[0]);
        Assert.InRange(clear.Coder.Encoder.Zip(masked.Coder.Encoder, static (a, b) => Math.Abs(a - b)).Max(), 1e-6f, 4 * Moved);
    }

    [Fact]
    public void Coder_computes_the_formula_that_its_design_declares()
    {
        Coder coder = Train(Deep);
        float[] row = RectifiedNormal.Array(Coder.Length, new SeededRandom(4));
        double[] values = [.. row];
        for (int layer = 0; layer < 4; layer++)
        {
            float[] weight = coder.Parameters[2 * layer];
            float[] bias = coder.Parameters[2 * layer + 1];
            double[] inputs = values;
            values =
            [
                .. bias.Select((start, unit) => start + inputs.Select((value, index) => value * weight[unit * inputs.Length + index]).Sum())
                    .Select(sum => layer < 3 ? Math.Tanh(sum) : sum),
            ];
        }

        Assert.All(values.Zip(coder.Reconstruct(row)), static pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-5));
    }

    /// <summary>How far a weight is from the transpose of another one, at most.</summary>
    private static float Apart(Coder coder, int encoder, int decoder, int inputs, int outputs) =>
        coder.Parameters[encoder]
            .Select((value, index) => Math.Abs(value - coder.Parameters[decoder][index % inputs * outputs + index / inputs]))
            .Max();

    private static Coder Train(CoderDesign design) => Run(design, steps: 1).Coder;

    private static CoderRun Run(CoderDesign design, int steps) =>
        new DesignedCoder(design, networks).Train("", seed: 3, steps, batch: 4, static _ => { }, CancellationToken.None);

    private static CompiledNetworks Compile()
    {
        CompiledNetworks compiled = new();
        CoderDesign[] designs = [CoderDesign.Base, CoderDesign.Base with { Depth = 2, Width = 16, Activation = "Tanh" }];
        compiled.Add(
            "coders",
            designs.Select(static design => design.Autoencoder),
            [HypothesisSource.Blocks, .. designs.SelectMany(static design => design.Sources(layers: 1))],
            new LineDisplay(TextWriter.Null),
            CancellationToken.None);
        return compiled;
    }
}
