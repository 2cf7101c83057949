using System.Reflection;
using NetGen.Experiments.Data;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.PlainNetHypothesis;

namespace NetGen.Experiments.PlainImages;

/// <summary>An autoencoder <c>D ReLU(E h + e) + d</c> of the channels of each pixel, as it is declared to be trained alone.</summary>
/// <param name="Channels">The channels of a pixel.</param>
/// <param name="Width">Its hidden units.</param>
internal sealed record PixelCoder(int Channels, int Width)
{
    private const int Vectors = 512;
    private const int Steps = 3000;
    private const int Batch = 64;
    private const float LearningRate = 3e-3f;

    public string Name => $"Autoencoder{Channels}x{Width}";

    public string Source => $$"""
        using NetGen;

        [Network(Input = {{Channels}}, InputMean = 0.39894f, InputStd = 0.58381f)]
        [Linear({{Width}}, Init = Init.Orthogonal), ReLU, Linear({{Channels}}, Init = Init.Orthogonal)]
        public sealed partial class {{Name}};
        """;

    /// <summary>Weights and biases.</summary>
    public long Parameters => 2L * Channels * Width + Width + Channels;

    /// <summary>What a coder loses of vectors that it never saw, as <c>1 - R²</c>.</summary>
    /// <param name="coder">The coder.</param>
    /// <param name="seed">The seed of the vectors.</param>
    /// <param name="halves">Whether they are what a CReLU makes of normal numbers, or else what a ReLU makes of them.</param>
    public double Error(Coder coder, int seed, bool halves)
    {
        float[] rows = RectifiedNormal.Array(Vectors * Channels, DataStream.UnseenByCoder(seed));
        for (int i = 0; halves && i < rows.Length; i++)
        {
            // Of each pair of halves one number is zero.
            int other = i - Channels / 2;
            if (i % Channels >= Channels / 2 && rows[other] > 0)
                rows[i] = 0;
        }

        return Unexplained.Share(rows, halves ? coder.Pass(rows) : coder.Reconstruct(rows), Channels);
    }

    /// <summary>Trains one on rectified normal vectors, from <c>D = Eᵀ</c> on.</summary>
    /// <param name="network">The class that was compiled of <see cref="Source"/>.</param>
    /// <param name="seed">The seed of its weights and vectors.</param>
    public Coder Train(Type network, int seed) =>
        (Coder)typeof(PixelCoder).GetMethod(nameof(TrainOf), BindingFlags.NonPublic | BindingFlags.Instance)!
            .MakeGenericMethod(network).Invoke(this, [seed])!;

    private Coder TrainOf<TNetwork>(int seed)
        where TNetwork : class, INetwork
    {
        TNetwork network = Start.Of<TNetwork>(seed);
        ParameterSet parameters = network.Parameters;
        parameters["2.weight"].CopyFrom(Transposed(parameters["0.weight"].ToArray()));
        using var trainer = network.CreateTrainer(
            new Adam(LearningRate), Loss.MeanSquaredError, Batch, schedule: Schedule.Cosine(Steps));
        RectifiedNormal vectors = new(DataStream.OfCoder(seed));
        float[] batch = new float[Batch * Channels];
        for (int step = 0; step < Steps; step++)
        {
            vectors.Next(batch);
            trainer.Step(batch, batch);
        }

        return new Coder(
            parameters["0.weight"].ToArray(), parameters["0.bias"].ToArray(),
            parameters["2.weight"].ToArray(), parameters["2.bias"].ToArray());
    }

    private float[] Transposed(float[] encoder)
    {
        float[] decoder = new float[encoder.Length];
        for (int i = 0; i < encoder.Length; i++)
            decoder[i % Channels * Width + i / Channels] = encoder[i];
        return decoder;
    }
}
