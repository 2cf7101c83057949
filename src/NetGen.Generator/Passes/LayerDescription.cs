using System.Globalization;
using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>Says what a layer computes, for the layer table.</summary>
internal sealed class LayerDescription(ShortcutRules rules)
{
    /// <summary>A factor as people read it.</summary>
    public static string Text(float factor) => factor.ToString("G4", CultureInfo.InvariantCulture);

    public string Of(LayerSpec layer, string input) => layer switch
    {
        LinearSpec => $"Linear({input})",
        Conv2dSpec { IsPatches: var isPatches } => $"{(isPatches ? "PatchEmbedding" : "Conv2d")}({input})",
        NormSpec { Centered: var centered } => $"{(centered ? "LayerNorm" : "RmsNorm")}({input})",
        GroupNormSpec => $"GroupNorm({input})",
        PoolSpec { IsMax: var isMax } => $"{(isMax ? "MaxPool2d" : "AvgPool2d")}({input})",
        GlobalAvgPoolSpec => $"GlobalAvgPool({input})",
        FlattenSpec => $"Flatten({input})",
        BatchNormSpec => $"BatchNorm({input})",
        EmbeddingSpec => $"Embedding({input})",
        PositionEmbeddingSpec => $"PositionEmbedding({input})",
        SelfAttentionSpec => $"SelfAttention({input})",
        ClassTokenSpec => $"ClassToken({input})",
        FirstTokenSpec => $"FirstToken({input})",
        MeanPoolSpec => $"MeanPool({input})",
        SwiGluSpec => $"SwiGLU({input})",
        ActivationSpec { Function.Name: var function } => $"{function}({input})",
        PReLUSpec => $"PReLU({input})",
        CReLUSpec { Function.Name: var function } => $"{function}({input})",
        DropoutSpec => $"Dropout({input})",
        ScaleSpec => $"Scale({input})",
        BlockSpec { Title: string title } block => Around(block.Shortcut, input, inner => $"{title}({inner})"),
        BlockSpec block => Around(block.Shortcut, input, inner => block.Layers.Aggregate(inner, (so, next) => Of(next, so))),
        ParallelSpec parallel =>
            Around(parallel.Shortcut, input, inner => string.Join(" + ", parallel.Branches.Select(branch => Of(branch, inner)))),
        _ => throw new InvalidOperationException($"{layer} has no description."),
    };

    private string Around(ShortcutSpec? shortcut, string input, Func<string, string> branch)
    {
        string straight = shortcut is { Projects: true } ? "W·" + input : input;
        return shortcut?.Kind switch
        {
            null => branch(input),
            ShortcutKind.Identity => $"{straight} + {branch(input)}",
            ShortcutKind.Scaled => $"{straight} + {Text(rules.FactorOf(shortcut))}·({branch(input)})",
            ShortcutKind.ReZero => $"{straight} + α·({branch(input)})",
            ShortcutKind.LayerScale => $"{straight} + γ⊙({branch(input)})",
            ShortcutKind.Gated => $"(1-g)⊙{straight} + g⊙({branch(input)})",
            ShortcutKind.DeepNorm => $"LayerNorm({Text(rules.FactorOf(shortcut))}·{straight} + {branch(input)})",
            ShortcutKind.Streams => $"A·{input} + β·{branch("α·" + input)}",
            _ => throw new InvalidOperationException($"{shortcut} has no description."),
        };
    }
}
