using NetGen.Compare.Works;

namespace NetGen.Compare.Sides;

/// <summary>Someone who does works: NetGen or another framework.</summary>
internal abstract class Side(string name, string install)
{
    public string Name { get; } = name;

    /// <summary>What to do where it is missing.</summary>
    public string Install { get; } = install;

    /// <summary>Whether it does works of this kind at all.</summary>
    public abstract bool Does(Work work);

    /// <summary>The program and arguments that do a work; see <see cref="Measuring.Worker"/>.</summary>
    public abstract IReadOnlyList<string> Command(Work work, string folder, int threads);

    /// <summary>Variables of its environment; null removes one.</summary>
    public virtual IReadOnlyDictionary<string, string?> Environment(int threads) => new Dictionary<string, string?>();
}
