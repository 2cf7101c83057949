using NetGen.Experiments.Measuring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Explore;

/// <summary>What networks that somebody declares are to learn.</summary>
internal abstract class ExploreTask
{
    /// <summary>How many examples are looked at inside a network.</summary>
    public const int Inspected = 64;

    /// <summary>How many examples that training never sees tell how good a network is, at most.</summary>
    public const int Unseen = 2000;

    /// <summary>Its name.</summary>
    public abstract string Title { get; }

    /// <summary>What it is, in a sentence, with what it is trained on.</summary>
    public abstract string Description { get; }

    /// <summary>The loss.</summary>
    public abstract string LossName { get; }

    /// <summary>The loss of what has learned nothing, and what that answers.</summary>
    public abstract Guide Ignorance { get; }

    /// <summary>How many steps a training takes.</summary>
    public abstract int Steps { get; }

    /// <summary>Over how many stretches of steps losses are shown as means, or null where each is shown.</summary>
    public abstract int? Stretches { get; }

    /// <summary>Why a network cannot learn it, or null.</summary>
    public abstract string? ObjectionTo(NetworkInfo network);

    /// <summary>Trains a network, and looks inside before and after.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">The seed of the data.</param>
    /// <param name="report">Is told of every step.</param>
    /// <param name="stop">Stops it.</param>
    public abstract TaskOutcome Train<TNetwork>(TNetwork network, int seed, Action<StepReport> report, CancellationToken stop)
        where TNetwork : class, INetwork;

    /// <summary>The shape of what comes in and of what goes out: <c>28 × 28 × 1 → 10</c>.</summary>
    protected static string Shapes(NetworkInfo network) =>
        $"{string.Join(" × ", network.InputShape)} → {string.Join(" × ", network.OutputShape)}";

    /// <summary>All layers of a network, as a probe has seen them.</summary>
    protected static IReadOnlyList<PropagationRow> Rows(NetworkInfo network, PropagationProbe probe) =>
        probe.Rows(Enumerable.Range(0, network.Layers.Length));
}
