using System.Numerics.Tensors;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>The coder of a layer, <c>D ReLU(E h + e) + d</c>.</summary>
/// <param name="Encoder"><c>E [width, <see cref="Length"/>]</c>.</param>
/// <param name="EncoderBias"><c>e</c>.</param>
/// <param name="Decoder"><c>D [<see cref="Length"/>, width]</c>.</param>
/// <param name="DecoderBias"><c>d</c>.</param>
internal sealed record Coder(float[] Encoder, float[] EncoderBias, float[] Decoder, float[] DecoderBias)
{
    /// <summary>The length of what it codes.</summary>
    public const int Length = 128;

    /// <summary>Its number of hidden units.</summary>
    public int Width => EncoderBias.Length;

    /// <summary>Coder C of the networks here.</summary>
    public static Coder Exact => ExactOf(Length);

    /// <summary>
    /// Coder C, written down: <c>E = [I, -I]</c>, <c>e = 1</c>, <c>D = [I; -I]</c>, <c>d = [-1; 1]</c>. Of <c>h = [ReLU(x); ReLU(-x)]</c>
    /// it keeps <c>x + 1</c>, so that the layer's own ReLU gives <c>h</c> back for every <c>x ≥ -1</c>.
    /// </summary>
    /// <param name="length">The length of <c>h</c>.</param>
    public static Coder ExactOf(int length)
    {
        int half = length / 2;
        Coder exact = new(new float[half * length], new float[half], new float[length * half], new float[length]);
        for (int unit = 0; unit < half; unit++)
        {
            exact.Encoder[unit * length + unit] = 1;
            exact.Encoder[unit * length + half + unit] = -1;
            exact.EncoderBias[unit] = 1;
            exact.Decoder[unit * half + unit] = 1;
            exact.Decoder[(half + unit) * half + unit] = -1;
            exact.DecoderBias[unit] = -1;
            exact.DecoderBias[half + unit] = 1;
        }

        return exact;
    }

    /// <summary>The coders in a network, from where they lie in it: one where all layers share it.</summary>
    public static IEnumerable<Coder> In(ParameterSet parameters, NetworkInfo info, string block) =>
        Names(info, block).Select(names => new Coder(
            parameters[names[0]].ToArray(),
            parameters[names[1]].ToArray(),
            parameters[names[2]].ToArray(),
            parameters[names[3]].ToArray()));

    /// <summary>Puts it into every place of a network where its block lies.</summary>
    public void CopyTo(ParameterSet parameters, NetworkInfo info, string block)
    {
        foreach (string[] names in Names(info, block))
        {
            parameters[names[0]].CopyFrom(Encoder);
            parameters[names[1]].CopyFrom(EncoderBias);
            parameters[names[2]].CopyFrom(Decoder);
            parameters[names[3]].CopyFrom(DecoderBias);
        }
    }

    /// <summary>What it makes of vectors, row by row.</summary>
    public float[] Reconstruct(ReadOnlySpan<float> rows)
    {
        float[] hidden = Linear(rows, Encoder, EncoderBias);
        TensorPrimitives.Max(hidden, 0, hidden);
        return Linear(hidden, Decoder, DecoderBias);
    }

    /// <summary>What a layer hands on in which only the coder speaks, <c>ReLU(D ReLU(E h + e) + d)</c>.</summary>
    public float[] Pass(ReadOnlySpan<float> rows)
    {
        float[] passed = Reconstruct(rows);
        TensorPrimitives.Max(passed, 0, passed);
        return passed;
    }

    /// <summary>Weights and biases in the order in which a network has them.</summary>
    private static IEnumerable<string[]> Names(NetworkInfo info, string block) =>
        info.Parameters.Where(parameter => parameter.Blocks.Contains(block)).Select(static parameter => parameter.Name).Chunk(4);

    private static float[] Linear(ReadOnlySpan<float> rows, float[] weight, float[] bias)
    {
        int inputs = weight.Length / bias.Length;
        int count = rows.Length / inputs;
        float[] outputs = new float[count * bias.Length];
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<float> input = rows.Slice(row * inputs, inputs);
            for (int unit = 0; unit < bias.Length; unit++)
                outputs[row * bias.Length + unit] = bias[unit] + TensorPrimitives.Dot(input, weight.AsSpan(unit * inputs, inputs));
        }

        return outputs;
    }
}
