namespace NetGen.Generator.Tests;

/// <summary>
/// The layers and shortcuts that networks are drawn from. Every combination of activation and shortcut is a kernel of its own, which takes
/// its time to compile; so fifty seeds at a time have a few of each, and the next fifty others.
/// </summary>
internal sealed record Palette(IReadOnlyList<LayerKind> Layers, IReadOnlyList<ShortcutRow> Shortcuts)
{
    private const int SeedsEach = 50;
    private const int Kinds = 3;

    public static Palette Of(int seed)
    {
        int turn = seed / SeedsEach;
        IEnumerable<LayerKind> activations = Turn([.. LayerKind.All.Where(static kind => kind.IsActivation)], turn);
        IEnumerable<ShortcutRow> shortcuts = Turn([.. ShortcutRow.All.Skip(1)], turn);
        IEnumerable<LayerKind> layers = LayerKind.All.Where(static kind => !kind.IsActivation);
        return new Palette([.. layers, .. activations], [ShortcutRow.All[0], .. shortcuts]);
    }

    private static IEnumerable<T> Turn<T>(IReadOnlyList<T> all, int turn) =>
        Enumerable.Range(turn * Kinds, Kinds).Select(i => all[i % all.Count]);
}
