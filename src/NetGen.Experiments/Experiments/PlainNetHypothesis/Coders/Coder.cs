using System.Numerics.Tensors;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>The coder of a layer: an autoencoder, <c>D ReLU(E h + e) + d</c> unless a study designs it otherwise.</summary>
/// <param name="Parameters">Weights and biases in turn, in the order in which a network has them.</param>
/// <param name="Reconstruct">What it makes of vectors, row by row.</param>
internal sealed record Coder(IReadOnlyList<float[]> Parameters, Coder.Reconstruction Reconstruct)
{
    /// <summary>The length of what it codes.</summary>
    public const int Length = 128;

    /// <summary>The coder <c>D ReLU(E h + e) + d</c>.</summary>
    /// <param name="encoder"><c>E [width, <see cref="Length"/>]</c>.</param>
    /// <param name="encoderBias"><c>e</c>.</param>
    /// <param name="decoder"><c>D [<see cref="Length"/>, width]</c>.</param>
    /// <param name="decoderBias"><c>d</c>.</param>
    public Coder(float[] encoder, float[] encoderBias, float[] decoder, float[] decoderBias)
        : this(
            [encoder, encoderBias, decoder, decoderBias],
            rows => Linear(Rectified(Linear(rows, encoder, encoderBias)), decoder, decoderBias))
    {
    }

    /// <summary>Makes something of vectors, row by row.</summary>
    public delegate float[] Reconstruction(ReadOnlySpan<float> rows);

    /// <summary>Its first weight.</summary>
    public float[] Encoder => Parameters[0];

    /// <summary>Its last weight.</summary>
    public float[] Decoder => Parameters[^2];

    /// <summary>The number of its first hidden units.</summary>
    public int Width => Parameters[1].Length;

    /// <summary>Coder C for the networks of vectors, whose inputs lie within ±1.</summary>
    public static Coder Exact => ExactWithin(1, Length);

    /// <summary>
    /// Coder C, written down: <c>E = [I, -I]</c>, <c>e = r</c>, <c>D = [I; -I]</c>, <c>d = [-r; r]</c>. Of <c>h = [ReLU(x); ReLU(-x)]</c>
    /// it keeps <c>x + r</c>, so that the layer's own ReLU gives <c>h</c> back for every <c>x ≥ -r</c>.
    /// </summary>
    /// <param name="reach"><c>r</c>.</param>
    /// <param name="length">The length of <c>h</c>.</param>
    public static Coder ExactWithin(float reach, int length)
    {
        int half = length / 2;
        float[] encoder = new float[half * length];
        float[] encoderBias = new float[half];
        float[] decoder = new float[length * half];
        float[] decoderBias = new float[length];
        for (int unit = 0; unit < half; unit++)
        {
            encoder[unit * length + unit] = 1;
            encoder[unit * length + half + unit] = -1;
            encoderBias[unit] = reach;
            decoder[unit * half + unit] = 1;
            decoder[(half + unit) * half + unit] = -1;
            decoderBias[unit] = -reach;
            decoderBias[half + unit] = reach;
        }

        return new Coder(encoder, encoderBias, decoder, decoderBias);
    }

    /// <summary>The coders <c>D ReLU(E h + e) + d</c> in a network, from where they lie in it: one where all layers share it.</summary>
    public static IEnumerable<Coder> In(ParameterSet parameters, NetworkInfo info, string block) =>
        Names(info, block).Chunk(4).Select(names => new Coder(
            parameters[names[0]].ToArray(),
            parameters[names[1]].ToArray(),
            parameters[names[2]].ToArray(),
            parameters[names[3]].ToArray()));

    /// <summary>Puts it into every place of a network where its block lies.</summary>
    public void CopyTo(ParameterSet parameters, NetworkInfo info, string block)
    {
        foreach (string[] names in Names(info, block).Chunk(Parameters.Count))
        {
            foreach ((string name, float[] values) in names.Zip(Parameters))
                parameters[name].CopyFrom(values);
        }
    }

    /// <summary>What a layer hands on in which only the coder speaks, <c>ReLU(D ReLU(E h + e) + d)</c>.</summary>
    public float[] Pass(ReadOnlySpan<float> rows) => Rectified(Reconstruct(rows));

    /// <summary>Weights and biases in the order in which a network has them.</summary>
    private static IEnumerable<string> Names(NetworkInfo info, string block) =>
        info.Parameters.Where(parameter => parameter.Blocks.Contains(block)).Select(static parameter => parameter.Name);

    private static float[] Rectified(float[] values)
    {
        TensorPrimitives.Max(values, 0, values);
        return values;
    }

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
