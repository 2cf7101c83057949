namespace NetGen.Docs.Tests;

/// <summary>What a snippet takes for granted: its variables are members of a class that it sees without naming it.</summary>
internal static class Contexts
{
    private const string Examples = """
        public static float[] inputs = [], targets = [], outputs = [], more = [], others = [], unseen = [], probabilities = [];
        public static int[] labels = [], theirs = [], theirLabels = [], unseenLabels = [], lengths = [], theirLengths = [], prompt = [];
        public static float[] pixels = [];
        public static int count;
        public static bool robust;
        public static System.Collections.Generic.List<float> losses = [];
        public static NetGen.NetworkStatistics statistics = null!;
        public static NetGen.ExampleBatches training = null!, validation = null!, batches = null!;
        """;

    private static readonly Dictionary<string, (string Network, string Loss, string Declarations)> networks = new()
    {
        ["vectors"] = ("ResMlp", "MeanSquaredError", """
            [Mlp(Width = 64, Depth = 20, Residual = true, InitScale = 0.2236f)] public sealed partial class ResMlp;
            """),
        ["classes"] = ("Classifier", "SoftmaxCrossEntropy", """
            [Network(Input = 784), Linear(128), ReLU, Linear(3)] public sealed partial class Classifier;
            """),
        ["images"] = ("Images", "SoftmaxCrossEntropy", """
            [Network(Input = 3, Height = 32, Width = 32), Conv2d(4), ReLU, Flatten, Linear(10)] public sealed partial class Images;
            """),
        ["tokens"] = ("Tokens", "SoftmaxCrossEntropy", """
            [Network(Vocabulary = 8, Length = 4)]
            [Embedding(8), PositionEmbedding, Use<Attending>(Residual = true), Linear(8)]
            public sealed partial class Tokens;
            [Block, LayerNorm, SelfAttention(2, Causal = true)] public class Attending;
            """),
    };

    public static IReadOnlyCollection<string> Names => networks.Keys;

    /// <summary>A file of C# with the networks and variables of a context.</summary>
    public static string Source(string name)
    {
        (string network, string loss, string declarations) = networks[name];
        string trainer = $"NetGen.Trainer<{network}, NetGen.Adam, NetGen.{loss}>";
        return $$"""
            global using System;
            global using System.Collections.Generic;
            global using System.Globalization;
            global using System.IO;
            global using System.Linq;
            global using System.Numerics.Tensors;
            global using NetGen;
            global using NetGen.Data;
            global using NetGen.Plotting;
            global using Around;
            global using static Around.Variables;

            namespace Around
            {
                {{declarations}}
                public static class Variables
                {
                    {{Examples}}
                    public static {{network}} network = null!, classifier = null!;
                    public static {{trainer}} trainer = null!;
                }
            }
            """;
    }
}
