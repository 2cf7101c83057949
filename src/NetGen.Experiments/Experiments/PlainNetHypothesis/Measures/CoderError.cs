using NetGen.Experiments.Data;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>What a coder loses, as <c>1 - R²</c> over vectors that its training never saw.</summary>
internal static class CoderError
{
    private const int Vectors = 512;

    /// <summary>What it loses of rectified normal vectors, which it is trained on.</summary>
    public static double OfRectifiedNormal(Coder coder, int seed)
    {
        float[] rows = RectifiedNormal.Array(Vectors * Coder.Length, DataStream.UnseenByCoder(seed));
        return Unexplained.Share(rows, coder.Reconstruct(rows), Coder.Length);
    }

    /// <summary>
    /// What it loses of <c>h = [ReLU(x); ReLU(-x)]</c>, <c>x ~ U(-1, 1)</c>, behind each of the layers that <c>h</c> goes through, in which
    /// only the coder speaks.
    /// </summary>
    public static double[] ByLayer(Coder coder, int seed, int layers)
    {
        float[] start = Stem(Uniform.Array(Vectors * Coder.Length / 2, DataStream.UnseenByCoder(seed)));
        float[] stream = start;
        double[] errors = new double[layers];
        for (int layer = 0; layer < layers; layer++)
        {
            stream = coder.Pass(stream);
            errors[layer] = Unexplained.Share(start, stream, Coder.Length);
        }

        return errors;
    }

    /// <summary>What the networks' first layer makes of inputs, <c>[ReLU(x); ReLU(-x)]</c> row by row.</summary>
    public static float[] Stem(float[] inputs)
    {
        const int half = Coder.Length / 2;
        float[] rows = new float[2 * inputs.Length];
        for (int i = 0; i < inputs.Length; i++)
        {
            int place = i / half * Coder.Length + i % half;
            rows[place] = Math.Max(0, inputs[i]);
            rows[place + half] = Math.Max(0, -inputs[i]);
        }

        return rows;
    }
}
