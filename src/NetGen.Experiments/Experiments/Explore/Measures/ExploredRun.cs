using NetGen.Experiments.Measuring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Explore;

/// <summary>A training of a network that somebody declares.</summary>
/// <param name="Task">What it was to learn.</param>
/// <param name="Explored">The network.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Noise">Its layers at the start, for inputs as they are declared and a gradient that is noise.</param>
/// <param name="Outcome">What came of the training.</param>
internal sealed record ExploredRun(
    string Task, ExploredNetwork Explored, int Seed, IReadOnlyList<PropagationRow> Noise, TaskOutcome Outcome)
    : TrainingRun(Task, Explored.Label, Seed, Outcome.Losses.Count, Outcome.Losses)
{
    /// <summary>How it stands in <c>results.json</c>.</summary>
    public object Row => RowOf(Explored.Expected);

    private object RowOf(IReadOnlyList<PropagationRow> expected) => new
    {
        Network, Task, Seed, Steps, Parameters = Explored.Info.ParameterCount, Outcome.UnseenLoss, Outcome.Accuracy,
        Layers = Explored.Info.Layers.Select((layer, index) => new
        {
            layer.Name,
            layer.Operation,
            Expected = expected[index],
            Noise = Noise[index],
            Start = Outcome.Start[index],
            End = Outcome.End[index],
        }),
        Losses,
    };
}
