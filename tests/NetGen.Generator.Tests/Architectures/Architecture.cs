using System.Text;

namespace NetGen.Generator.Tests;

/// <summary>A declared network that was drawn at random: valid, and the same for a seed everywhere.</summary>
internal sealed record Architecture(int Seed, Shape Input, DrawnBlock Network, Survey Survey, string Source)
{
    private const int MaxLayers = 60;
    private const int MaxWeights = 250_000;
    private const int MaxChannels = 70;

    /// <summary>The full name of its class.</summary>
    public string Name => $"{Namespace(Seed)}.{Network.Name}";

    private const int MaxProducts = 2_000_000;

    public static Architecture Draw(int seed) => Draw(seed, Palette.Of(seed));

    public static Architecture Draw(int seed, Palette palette)
    {
        var random = new SeededRandom(seed);
        while (true)
        {
            ArchitectureDraw draw = new(random, palette);
            Shape input = Example(seed, draw);
            DrawnBlock network = new("Net", draw.Layers(input, 1 + random.NextInt32(7)));
            Survey survey = new();
            if (network.Follow(input, survey) is not null
                && survey is { Trains: true, Layers: <= MaxLayers, Weights: <= MaxWeights, Products: <= MaxProducts })
                return new Architecture(seed, input, network, survey, Write(seed, input, network, draw));
        }
    }

    // Four examples in ten are sequences, of vectors or tokens, or images.
    private static Shape Example(int seed, ArchitectureDraw draw) => (seed % 15) switch
    {
        2 or 7 => Shape.Example(draw.Length(), Math.Min(draw.Width(), MaxChannels)),
        5 or 8 or 14 => Shape.Example(draw.Side(), draw.Side(), Math.Min(draw.Width(), MaxChannels)),
        11 => Shape.Tokens(draw.Length(), 1 + draw.Width() % 40),
        _ => Shape.Example(draw.Width()),
    };

    private static string Write(int seed, Shape input, DrawnBlock network, ArchitectureDraw draw)
    {
        StringBuilder source = new($"using NetGen;\n\nnamespace {Namespace(seed)};\n");
        foreach (DrawnBlock block in network.Blocks)
            source.Append(Declare("Block", block.Layers, $"internal class {block.Name};", draw));
        string sides = input.Dimensions.Count switch
        {
            1 => "",
            2 => $", Length = {input.Dimensions[0]}",
            3 => $", Height = {input.Dimensions[0]}, Width = {input.Dimensions[1]}",
            var count => throw new InvalidOperationException($"Examples have 1 to 3 dimensions, not {count}."),
        };
        string attribute = input.Vocabulary > 0
            ? $"Network(Vocabulary = {input.Vocabulary}, Length = {input.Width})"
            : $"Network(Input = {input.Width}{sides})";
        return source.Append(Declare(attribute, network.Layers, $"internal sealed partial class {network.Name};", draw)).ToString();
    }

    // Several to a bracket or one below the other: it is the same.
    private static string Declare(string attribute, IReadOnlyList<DrawnLayer> layers, string type, ArchitectureDraw draw) =>
        $"\n[{attribute}{string.Concat(layers.Select(layer => (draw.Chance(0.5) ? ", " : "]\n[") + layer.Text))}]\n{type}\n";

    private static string Namespace(int seed) => $"Seed{seed}";
}
