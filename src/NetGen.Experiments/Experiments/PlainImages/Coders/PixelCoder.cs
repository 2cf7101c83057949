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
    public static Coder Train(Type network, int seed) =>
        (Coder)typeof(PixelCoder).GetMethod(nameof(TrainOf), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(network).Invoke(null, [seed])!;

    private static Coder TrainOf<TNetwork>(int seed)
        where TNetwork : class, INetwork
    {
        TNetwork network = Start.Of<TNetwork>(seed);
        AutoencoderTraining.Run(network, tied: true, noise: null, seed, Steps, Batch, static _ => { }, CancellationToken.None);
        ParameterSet parameters = network.Parameters;
        return new Coder(
            parameters["0.weight"].ToArray(), parameters["0.bias"].ToArray(),
            parameters["2.weight"].ToArray(), parameters["2.bias"].ToArray());
    }
}
