using System.Text;

namespace NetGen.Generator.Tests;

/// <summary>A declared network that was drawn at random: valid, and the same for a seed everywhere.</summary>
internal sealed record Architecture(int Seed, int InputWidth, DrawnBlock Network, Survey Survey, string Source)
{
    private const int MaxLayers = 60;
    private const int MaxWeights = 250_000;

    /// <summary>The full name of its class.</summary>
    public string Name => $"{Namespace(Seed)}.{Network.Name}";

    // An example in three is a sequence or an image: the same layers, on each of its positions.
    private static readonly string[] Examples =
    [
        "", "", ", Length = 2",
        "", "", ", Height = 2, Width = 3",
        "", "", ", Length = 5",
        "", "", ", Height = 1, Width = 1",
        "", "", ", Length = 1",
        "", "", ", Width = 2, Height = 4",
    ];

    public static Architecture Draw(int seed)
    {
        var random = new SeededRandom(seed);
        while (true)
        {
            bool isImage = Examples[seed % Examples.Length].Contains("Height", StringComparison.Ordinal);
            ArchitectureDraw draw = new(random, Palette.Of(seed, isImage));
            int inputs = draw.Width();
            DrawnBlock network = new("Net", draw.Layers(inputs, 1 + random.NextInt32(7)));
            Survey survey = new();
            if (network.Follow(inputs, survey) is not null && survey is { Trains: true, Layers: <= MaxLayers, Weights: <= MaxWeights })
                return new Architecture(seed, inputs, network, survey, Write(seed, inputs, network, draw));
        }
    }

    private static string Write(int seed, int inputs, DrawnBlock network, ArchitectureDraw draw)
    {
        StringBuilder source = new($"using NetGen;\n\nnamespace {Namespace(seed)};\n");
        foreach (DrawnBlock block in network.Blocks)
            source.Append(Declare("Block", block.Layers, $"internal class {block.Name};", draw));
        string attribute = $"Network(Input = {inputs}{Examples[seed % Examples.Length]})";
        return source.Append(Declare(attribute, network.Layers, $"internal sealed partial class {network.Name};", draw)).ToString();
    }

    // Several to a bracket or one below the other: it is the same.
    private static string Declare(string attribute, IReadOnlyList<DrawnLayer> layers, string type, ArchitectureDraw draw) =>
        $"\n[{attribute}{string.Concat(layers.Select(layer => (draw.Chance(0.5) ? ", " : "]\n[") + layer.Text))}]\n{type}\n";

    private static string Namespace(int seed) => $"Seed{seed}";
}
