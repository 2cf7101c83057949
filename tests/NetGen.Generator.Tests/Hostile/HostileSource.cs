using System.Text;

namespace NetGen.Generator.Tests;

/// <summary>
/// Files of declarations that are mostly right: blocks, a network of them, an attribute of the user's own, and code that uses the network.
/// </summary>
internal sealed class HostileSource
{
    /// <summary>Types with attributes of the language in a file.</summary>
    public const int Declarations = 4;

    private static readonly string[] Users =
    [
        "new {0}(seed: 1).CreateTrainer(new Adam(1e-3f), Loss.SoftmaxCrossEntropy, batchSize: 4)",
        "NetworkExtensions.CreateTrainer(batchSize: 4, loss: new SoftmaxCrossEntropy(), optimizer: new Sgd(1e-3f), network: new {0}())",
        "new {0}(1).CreateTrainer(new Adam(1e-3f), Loss.SoftmaxCrossEntropy)",
        "new {0}(1).CreateTrainer(new Adam(1e-3f), loss: , batchSize: 4)",
        "NetworkExtensions.CreateTrainer<{0}, Adam, SoftmaxCrossEntropy>(null!, default, default, 1)",
        "NetworkExtensions.CreateTrainer<Missing, Adam, SoftmaxCrossEntropy>(null!, default, default, 1)",
        "default(T)!.CreateTrainer(default(Adam), default(SoftmaxCrossEntropy), 1)",
        "new {0}(1).CreateTrainer",
        "{0}.Info",
    ];

    private readonly int seed;
    private readonly Dice dice;
    private readonly HostileAttribute attributes;
    private readonly OwnAttribute? own;

    private HostileSource(int seed)
    {
        this.seed = seed;
        dice = new Dice(seed);
        attributes = new HostileAttribute(dice);
        own = seed % 4 > 0 && dice.Chance(0.4) ? dice.Pick(OwnAttribute.All) : null;
    }

    /// <summary>The namespace of a file.</summary>
    public static string NamespaceOf(int seed) => $"Hostile{seed}";

    /// <summary>A file of a few declarations.</summary>
    public static string Draw(int seed) => new HostileSource(seed).File();

    private string File()
    {
        StringBuilder types = new(own?.Declaration + "\n");
        foreach (string block in (string[])["A", "B", "C"])
            types.Append(
                Declaration(
                    dice.Mostly("Block", ["Block, Block", "NetGen.Block", "block", "Block()", "System.Obsolete"]), block,
                    "internal class {0};"));
        string network = dice.Mostly("Net", HostileType.Names);
        types.Append(Declaration(
            attributes.Draw(dice.Chance(0.2) ? typeof(MlpAttribute) : typeof(NetworkAttribute)), network,
            "internal sealed partial class {0};"));
        if (dice.Chance(0.3))
        {
            string use = dice.Mostly(Users[0], Users).Replace("{0}", network, StringComparison.Ordinal);
            types.Append($"internal static class User {{ public static object Use() => {use}; }}\n");
        }

        string placed = dice.Mostly("{0}", HostileType.Places).Replace("{0}", types.ToString(), StringComparison.Ordinal);
        return $"using NetGen;\n\nnamespace {NamespaceOf(seed)}\n{{\n{placed}\n}}\n";
    }

    private string Declaration(string kind, string name, string type)
    {
        bool isMlp = kind.StartsWith("Mlp", StringComparison.Ordinal);
        List<string> layers = [];
        if (!isMlp || dice.IsHostile())
            layers.AddRange(Enumerable.Range(0, dice.Below(4))
                .Select(_ => attributes.Draw(dice.IsHostile() ? dice.Pick(HostileAttribute.All) : dice.Pick(HostileAttribute.Layers))));
        if (kind.Contains("Vocabulary", StringComparison.Ordinal) && !dice.IsHostile())
            layers.Insert(0, attributes.Draw(typeof(EmbeddingAttribute)));
        if (!isMlp)
            layers.AddRange(dice.Mostly("Linear(4)", ["Identity", "Identity, Identity", ""]) is { Length: > 0 } last ? [last] : []);
        if (own is not null && dice.Chance(0.3))
            layers.Insert(dice.Below(layers.Count + 1), own.Use);
        string target = dice.Mostly("[", ["[assembly: ", "[return: ", "[type: ", "[module: ", "[Missing: ", "[["]);
        return $"\n{target}{string.Join(dice.Pick(", ", "]\n["), layers.Prepend(kind))}{dice.Mostly("]", [",]", "", "]]"])}\n"
            + dice.Mostly(type, HostileType.Heads).Replace("{0}", name, StringComparison.Ordinal) + "\n";
    }
}
