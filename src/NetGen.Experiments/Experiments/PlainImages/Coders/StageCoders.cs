using System.Collections.Concurrent;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.PlainNetHypothesis;

namespace NetGen.Experiments.PlainImages;

/// <summary>
/// The coders of the stages of networks: one for each stage, kind and seed, trained alone when somebody asks for it first.
/// </summary>
/// <param name="networks">What was compiled, with the autoencoders among it that are trained to become coders.</param>
internal sealed class StageCoders(CompiledNetworks networks)
{
    /// <summary>Up to which number coder C is exact, in units of what a norm hands on.</summary>
    public const float Reach = 4;

    /// <summary>How many passes images are sent through the coder of the first stage.</summary>
    public static IReadOnlyList<int> Passes { get; } = [0, 1, 5, 10, 20];

    private readonly ConcurrentDictionary<(PixelCoder, int Seed), Lazy<Coder>> trained = [];

    /// <summary>The autoencoders that a network's coders are trained as.</summary>
    public static IEnumerable<PixelCoder> Needed(ImageNetwork network) =>
        network.Way == Way.CoderC ? [] : Stages(network).Select(static stage => stage.Kind);

    /// <summary>Puts the coders into a network.</summary>
    public void CopyTo(ParameterSet parameters, NetworkInfo info, ImageNetwork network, int seed)
    {
        foreach ((string block, PixelCoder kind) in Stages(network))
            Of(network, kind, seed).CopyTo(parameters, info, block);
    }

    /// <summary>How many of a network's parameters are coders'.</summary>
    public static long Parameters(ImageNetwork network) => Stages(network).Sum(static stage => stage.Kind.Parameters);

    /// <summary>What they lose, as <c>1 - R²</c>, stage by stage.</summary>
    public IReadOnlyList<double> Errors(ImageNetwork network, int seed) =>
        [.. Stages(network).Select(stage => stage.Kind.Error(Of(network, stage.Kind, seed), seed, halves: network.Way == Way.CoderC))];

    /// <summary>What is left of images behind passes of the first stage's coder in which no learner speaks.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">The seed of the coder.</param>
    /// <param name="entries">What the first convolution makes of every image of the gallery.</param>
    /// <param name="gallery">The images.</param>
    public IReadOnlyList<Remains> Path(ImageNetwork network, int seed, IReadOnlyList<float[]> entries, Gallery gallery)
    {
        if (Stages(network).Select(static stage => stage.Kind).FirstOrDefault() is not { } kind)
            return [];
        Coder coder = Of(network, kind, seed);
        List<Remains> remains = [];
        float[][] features = [.. entries];
        for (int pass = 0; pass <= Passes[^1]; pass++)
        {
            if (pass > 0)
                features = Array.ConvertAll(features, image => coder.Pass(image));
            if (Passes.Contains(pass))
                remains.Add(Remains.Of(pass, features, gallery));
        }

        return remains;
    }

    private Coder Of(ImageNetwork network, PixelCoder kind, int seed) => network.Way == Way.CoderC
        ? Coder.ExactWithin(Reach, kind.Channels)
        : trained.GetOrAdd((kind, seed), key => new Lazy<Coder>(() => PixelCoder.Train(networks[key.Item1.Name], key.Seed))).Value;

    private static IEnumerable<(string Block, PixelCoder Kind)> Stages(ImageNetwork network)
    {
        for (int stage = 0; stage < ResNetShape.Stages; stage++)
        {
            int channels = network.Shape.Channels(stage);
            if (network.CoderBlock(stage) is { } block)
                yield return (block, new PixelCoder(channels, network.Way.CoderWidth(channels)!.Value));
        }
    }
}
