using System.Globalization;

namespace NetGen.Generator;

/// <summary>
/// The numbers of shortcuts that follow from depth: <c>n</c> is the number of shortcuts of a kind in the network. Their sources stand beside the members
/// of the runtime's <c>Shortcut</c>.
/// </summary>
internal sealed class ShortcutRules
{
    private readonly Dictionary<string, int> counts = [];

    public ShortcutRules(IEnumerable<LayerSpec> layers) => Count(layers);

    /// <summary>The factor on starting weights inside a block: for <c>DeepNorm</c>, <c>(8N)^(-1/4)</c> with <c>n = 2N</c>.</summary>
    public float BranchInitFactorOf(ShortcutSpec shortcut) => shortcut.Kind == "DeepNorm" ? (float)Math.Pow(4.0 * counts["DeepNorm"], -0.25) : 1f;

    /// <summary>The factor of a shortcut, or what it starts at.</summary>
    public float FactorOf(ShortcutSpec shortcut)
    {
        int n = counts[shortcut.Kind];
        return shortcut.Factor ?? shortcut.Kind switch
        {
            "Scaled" => (float)(1 / Math.Sqrt(n)),
            "ReZero" => 0f,
            "LayerScale" => n switch { <= 18 => 0.1f, <= 24 => 1e-5f, _ => 1e-6f },
            "DeepNorm" => (float)Math.Pow(n, 0.25),
            _ => 1f,
        };
    }

    /// <summary>What a layer computes, for the layer table.</summary>
    public string Describe(LayerSpec layer, string input) => layer switch
    {
        LinearSpec => $"Linear({input})",
        NormSpec { Centered: var centered } => $"{(centered ? "LayerNorm" : "RmsNorm")}({input})",
        ActivationSpec { Function.Name: var function } => $"{function}({input})",
        ParametricReluSpec => $"PReLU({input})",
        ConcatenatedReluSpec => $"CReLU({input})",
        DropoutSpec => $"Dropout({input})",
        ScaleSpec => $"Scale({input})",
        BlockSpec { Title: string title } block => Around(block.Shortcut, $"{title}({input})"),
        BlockSpec block => Around(block.Shortcut, block.Layers.Aggregate(input, (inner, next) => Describe(next, inner))),
        ParallelSpec parallel => Around(parallel.Shortcut, string.Join(" + ", parallel.Branches.Select(branch => Describe(branch, input)))),
        _ => throw new InvalidOperationException($"{layer} has no description."),
    };

    private string Around(ShortcutSpec? shortcut, string branch)
    {
        string straight = shortcut is { Projects: true } ? "W·x" : "x";
        return shortcut?.Kind switch
        {
            null => branch,
            ShortcutSpec.Identity => $"{straight} + {branch}",
            "Scaled" => $"{straight} + {Text(FactorOf(shortcut))}·({branch})",
            "ReZero" => $"{straight} + α·({branch})",
            "LayerScale" => $"{straight} + γ⊙({branch})",
            "Gated" => $"(1-g)⊙{straight} + g⊙({branch})",
            "DeepNorm" => $"LayerNorm({Text(FactorOf(shortcut))}·{straight} + {branch})",
            _ => $"A·{straight} + β·{branch.Replace("(x)", "(α·x)")}",
        };
    }

    private void Count(IEnumerable<LayerSpec> layers)
    {
        foreach (LayerSpec layer in layers)
        {
            ShortcutSpec? shortcut = layer switch { BlockSpec block => block.Shortcut, ParallelSpec parallel => parallel.Shortcut, _ => null };
            if (shortcut is not null)
            {
                counts.TryGetValue(shortcut.Kind, out int before);
                counts[shortcut.Kind] = before + 1;
            }

            Count(layer switch { BlockSpec block => block.Layers, ParallelSpec parallel => parallel.Branches, _ => Enumerable.Empty<LayerSpec>() });
        }
    }

    private static string Text(float factor) => factor.ToString("G4", CultureInfo.InvariantCulture);
}
