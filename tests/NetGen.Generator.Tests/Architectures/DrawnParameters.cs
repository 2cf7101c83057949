namespace NetGen.Generator.Tests;

/// <summary>
/// The parameters of a drawn network, by the names that users know them by, and what else follows from the network as a whole.
/// </summary>
internal sealed class DrawnParameters(IReadOnlyDictionary<string, double[]> values, Survey survey)
{
    private readonly Dictionary<string, string> shared = [];

    public double[] this[string path] => values[path];

    /// <summary>The number of shortcuts of a kind in the network.</summary>
    public int CountOf(string shortcut) => survey.CountOf(shortcut);

    /// <summary>Where the parameters of all shared uses of a block lie: in the first of them.</summary>
    public string Share(DrawnBlock block, string path) => shared.TryAdd(block.Name, path) ? path : shared[block.Name];
}
