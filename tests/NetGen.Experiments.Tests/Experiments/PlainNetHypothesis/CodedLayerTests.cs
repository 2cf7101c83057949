using NetGen.Experiments.Data;
using NetGen.Experiments.Networks;
using NetGen.Experiments.Networks.Variants;
using NetGen.Experiments.PlainNetHypothesis;

namespace NetGen.Experiments.Tests.Experiments.PlainNetHypothesis;

public sealed class CodedLayerTests
{
    private const int Width = 64;

    [Fact]
    public void Layer_with_coder_A_is_the_formula() => AgreesWithTheFormula(new Pnnh20(seed: 1), typeof(WideCoder).FullName!);

    [Fact]
    public void Layer_with_coder_B_or_C_is_the_formula() => AgreesWithTheFormula(new PnnhHalf20(seed: 1), typeof(HalfCoder).FullName!);

    [Fact]
    public void Coder_is_there_once_for_all_layers_and_takes_no_gradient()
    {
        ParameterInfo[] coder =
        [
            .. Pnnh20.Info.Parameters.Where(static parameter => parameter.Blocks.Contains(typeof(WideCoder).FullName!)),
        ];
        Assert.Equal(
            ["[128, 128]", "[128]", "[128, 128]", "[128]"], coder.Select(static parameter => $"[{string.Join(", ", parameter.Shape)}]"));
        Assert.All(coder, static parameter => Assert.True(parameter.Frozen));
        Assert.Equal(80, PnnhOwn20.Info.Parameters.Count(static parameter => parameter.Blocks.Contains(typeof(WideCoder).FullName!)));
    }

    [Fact]
    public void Network_with_coder_C_is_the_identity_where_its_last_Linear_joins_the_halves()
    {
        PnnhHalf20 network = new(seed: 2);
        Coder.Exact.CopyTo(network.Parameters, PnnhHalf20.Info, typeof(HalfCoder).FullName!);
        float[] head = new float[Width * Coder.Length];
        for (int unit = 0; unit < Width; unit++)
        {
            head[unit * Coder.Length + unit] = 1;
            head[unit * Coder.Length + Width + unit] = -1;
        }

        network.Parameters["2.weight"].CopyFrom(head);
        float[] inputs = Uniform.Array(5 * Width, new SeededRandom(3));
        float[] outputs = new float[inputs.Length];
        network.Predict(inputs, outputs);
        Assert.Equal(inputs, outputs);
    }

    [Fact]
    public void Coder_moves_only_where_it_is_trained_and_by_its_own_rate()
    {
        float frozen = Movement(new PnnhHalf20(seed: 4), []);
        float slow = Movement(new PnnhHalfTrained20(seed: 4), [ParameterGroup.OfBlock<HalfCoder>() with { LearningRateFactor = 0.01f }]);
        float full = Movement(new PnnhHalfTrained20(seed: 4), []);
        Assert.Equal(0, frozen);
        Assert.Equal(1e-3f, full, tolerance: 1e-5f);
        Assert.Equal(1e-5f, slow, tolerance: 1e-6f);
    }

    /// <summary>By how much one step of Adam at 1e-3 moves the coder's number that it moves most.</summary>
    private static float Movement<TNetwork>(TNetwork network, IReadOnlyList<ParameterGroup> groups)
        where TNetwork : class, INetwork
    {
        Coder.Exact.CopyTo(network.Parameters, TNetwork.Info, typeof(HalfCoder).FullName!);
        float[] batch = Uniform.Array(8 * Width, new SeededRandom(5));
        network.CreateTrainer(new Adam(1e-3f), Loss.MeanSquaredError, batchSize: 8, groups: groups).Step(batch, batch);
        Coder moved = Coder.In(network.Parameters, TNetwork.Info, typeof(HalfCoder).FullName!).Single();
        return moved.Decoder.Zip(Coder.Exact.Decoder, static (now, before) => Math.Abs(now - before)).Max();
    }

    /// <summary>
    /// <c>h' = ReLU(W₂ ReLU(W₁ h + b₁) + b₂ + D ReLU(E h + e) + d)</c>, twenty times, from <c>[ReLU(x); ReLU(-x)]</c> to a Linear.
    /// </summary>
    private static void AgreesWithTheFormula<TNetwork>(TNetwork network, string coderBlock)
        where TNetwork : class, INetwork
    {
        SeededRandom random = new(9);
        foreach (Parameter parameter in network.Parameters)
        {
            double size = 0.7 / Math.Sqrt(parameter.Shape[^1]);
            parameter.CopyFrom([.. Enumerable.Range(0, parameter.Count).Select(_ => (float)(size * random.NextNormal()))]);
        }

        float[] input = Uniform.Array(Width, random);
        float[] output = new float[Width];
        network.Predict(input, output);

        double[] h = [.. input.Select(static x => Math.Max(0, (double)x)), .. input.Select(static x => Math.Max(0, -(double)x))];
        ParameterInfo[] coder = Of(coderBlock);
        foreach (ParameterInfo[] learner in Of(typeof(Learner).FullName!).Chunk(4))
            h = ReLU([.. Twice(learner, h).Zip(Twice(coder, h), static (learned, coded) => learned + coded)]);

        Assert.Equal(20, Of(typeof(Learner).FullName!).Length / 4);
        double[] expected = Linear("2.weight", "2.bias", h);
        Assert.Contains(expected, static value => Math.Abs(value) > 1e-3);
        Assert.All(expected.Zip(output), static pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-5));

        ParameterInfo[] Of(string block) => [.. TNetwork.Info.Parameters.Where(parameter => parameter.Blocks.Contains(block))];
        double[] Twice(ParameterInfo[] four, double[] values) =>
            Linear(four[2].Name, four[3].Name, ReLU(Linear(four[0].Name, four[1].Name, values)));
        double[] Linear(string weight, string bias, double[] values)
        {
            float[] matrix = network.Parameters[weight].ToArray();
            return
            [
                .. network.Parameters[bias]
                    .ToArray()
                    .Select((start, unit) => start + values.Select((value, index) => value * matrix[unit * values.Length + index]).Sum()),
            ];
        }
    }

    private static double[] ReLU(double[] values) => [.. values.Select(static value => Math.Max(0, value))];
}
