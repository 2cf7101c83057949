namespace NetGen.Generator.Model;

/// <summary>
/// The numbers of shortcuts that follow from depth: <c>n</c> is the number of shortcuts of a kind in the network. Their sources stand
/// beside the members of the runtime's <c>Shortcut</c>.
/// </summary>
internal sealed class ShortcutRules
{
    private readonly Dictionary<ShortcutKind, int> counts = [];

    public ShortcutRules(NetworkSpec network)
    {
        foreach (ShortcutSpec shortcut in network.AllLayers.Select(static layer => layer.Around).OfType<ShortcutSpec>())
        {
            counts.TryGetValue(shortcut.Kind, out int before);
            counts[shortcut.Kind] = before + 1;
        }
    }

    /// <summary>The factor on starting weights inside a block: for <c>DeepNorm</c>, <c>(8N)^(-1/4)</c> with <c>n = 2N</c>.</summary>
    public float? BranchInitFactorOf(ShortcutSpec shortcut) =>
        shortcut.Kind == ShortcutKind.DeepNorm ? (float)Math.Pow(4.0 * counts[ShortcutKind.DeepNorm], -0.25) : null;

    /// <summary>The factor of a shortcut, or what it starts at.</summary>
    public float FactorOf(ShortcutSpec shortcut)
    {
        int n = counts[shortcut.Kind];
        return shortcut.Factor ?? shortcut.Kind switch
        {
            ShortcutKind.Scaled => (float)(1 / Math.Sqrt(n)),
            ShortcutKind.ReZero => 0f,
            ShortcutKind.LayerScale => n switch { <= 18 => 0.1f, <= 24 => 1e-5f, _ => 1e-6f },
            ShortcutKind.DeepNorm => (float)Math.Pow(n, 0.25),
            _ => throw new InvalidOperationException($"{shortcut} has no factor."),
        };
    }
}
