namespace NetGen.Experiments.SignalPropagation;

/// <summary>What was measured of all networks of <see cref="SignalPropagation"/>, beside what was expected.</summary>
/// <param name="Runs">The runs.</param>
/// <param name="Depth">The depth of most networks.</param>
internal sealed record PropagationComparison(IReadOnlyList<PropagationRun> Runs, int Depth)
{
    private readonly ILookup<GridNetwork, PropagationRun> byNetwork = Runs.ToLookup(static run => run.Declared);

    public IReadOnlyList<int> Widths { get; } = [.. Runs.Select(static run => run.Declared.Width).Distinct().Order()];

    public int Narrowest => Widths[0];

    public int Widest => Widths[^1];

    /// <summary>Where errors are told: at two layers that most networks have, and at the last.</summary>
    public IReadOnlyList<int> Checkpoints { get; } = [.. new[] { 10, 20, Depth }.Distinct()];

    public PropagationRuns Of(GridNetwork network, string label = "", Ink ink = Ink.Blue) => new(label, ink, [.. byNetwork[network]]);

    public PropagationRuns ReLU(Shortcut shortcut, int width) => Of(Grid.ReLU(shortcut, width, Depth));

    /// <summary>Every combination of one width.</summary>
    public IEnumerable<PropagationRuns> Combinations(int width) => Grid.Combinations(width, Depth).Select(network => Of(network));

    /// <summary>The same network in every width, from the narrowest.</summary>
    public IEnumerable<PropagationRuns> Wider(GridNetwork network) =>
        Widths.Select(width => Of(network with { Width = width }, $"{width}", Inks[width]));

    private static readonly Dictionary<int, Ink> Inks = new() { [64] = Ink.Vermillion, [256] = Ink.Green, [1024] = Ink.Blue };
}
