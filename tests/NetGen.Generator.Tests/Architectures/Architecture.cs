using System.Text;

namespace NetGen.Generator.Tests;

/// <summary>A declared network that was drawn at random: valid, and the same for a seed everywhere.</summary>
internal sealed record Architecture(int Seed, Shape Input, DrawnBlock Network, Survey Survey, string Source)
{
    private const int MaxLayers = 60;
    private const int MaxWeights = 250_000;
    private const int MaxProducts = 2_000_000;

    /// <summary>The full name of its class.</summary>
    public string Name => $"{Namespace(Seed)}.{Network.Name}";

    // Half of the examples are vectors, the others sequences and images: the same layers, on each of their positions.
    private static readonly int[][] Positions =
    [
        [], [2], [], [2, 3], [], [7, 5], [], [5], [], [1, 1], [], [17, 11], [], [1], [], [4, 2], [], [9, 16],
    ];

    public static Architecture Draw(int seed)
    {
        var random = new SeededRandom(seed);
        while (true)
        {
            ArchitectureDraw draw = new(random, Palette.Of(seed));
            Shape input = Shape.Example([.. Positions[seed % Positions.Length], draw.Width()]);
            DrawnBlock network = new("Net", draw.Layers(input, 1 + random.NextInt32(7)));
            Survey survey = new();
            if (network.Follow(input, survey) is not null
                && survey is { Trains: true, Layers: <= MaxLayers, Weights: <= MaxWeights, Products: <= MaxProducts })
                return new Architecture(seed, input, network, survey, Write(seed, input, network, draw));
        }
    }

    private static string Write(int seed, Shape input, DrawnBlock network, ArchitectureDraw draw)
    {
        StringBuilder source = new($"using NetGen;\n\nnamespace {Namespace(seed)};\n");
        foreach (DrawnBlock block in network.Blocks)
            source.Append(Declare("Block", block.Layers, $"internal class {block.Name};", draw));
        string positions = input.Dimensions.Count switch
        {
            1 => "",
            2 => $", Length = {input.Dimensions[0]}",
            _ => $", Height = {input.Dimensions[0]}, Width = {input.Dimensions[1]}",
        };
        string attribute = $"Network(Input = {input.Width}{positions})";
        return source.Append(Declare(attribute, network.Layers, $"internal sealed partial class {network.Name};", draw)).ToString();
    }

    // Several to a bracket or one below the other: it is the same.
    private static string Declare(string attribute, IReadOnlyList<DrawnLayer> layers, string type, ArchitectureDraw draw) =>
        $"\n[{attribute}{string.Concat(layers.Select(layer => (draw.Chance(0.5) ? ", " : "]\n[") + layer.Text))}]\n{type}\n";

    private static string Namespace(int seed) => $"Seed{seed}";
}
