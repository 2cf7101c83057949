using NetGen.Experiments.Running;

namespace NetGen.Experiments.DissipatingInputs;

/// <summary>A training of a network of equally wide layers, with what inputs are to each layer before and after.</summary>
/// <param name="Setup">The width.</param>
/// <param name="Network">The kind of its layers, such as <c>plain</c>.</param>
/// <param name="Activation">The activation of its layers.</param>
/// <param name="Width">The width of its layers.</param>
/// <param name="Depth">The number of its layers.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Steps">How many steps it took.</param>
/// <param name="Losses">The loss of each step's batch, before its update.</param>
/// <param name="UnseenLoss">The loss over unseen inputs after the last step.</param>
/// <param name="Start">Its layers before the first step.</param>
/// <param name="End">Its layers after the last step.</param>
internal sealed record DissipationRun(
    string Setup,
    string Network,
    string Activation,
    int Width,
    int Depth,
    int Seed,
    int Steps,
    IReadOnlyList<float> Losses,
    float UnseenLoss,
    IReadOnlyList<DissipationRow> Start,
    IReadOnlyList<DissipationRow> End)
    : TrainingRun(Setup, Network, Seed, Steps, Losses)
{
    /// <summary>What stands of it in <c>results.json</c>: an entry before training and one after it.</summary>
    public IEnumerable<DissipationEntry> Entries => [Entry("start", Start), Entry("end", End)];

    private DissipationEntry Entry(string moment, IReadOnlyList<DissipationRow> layers) => new(Network, Activation, Width, Depth, Seed, moment, layers);
}

/// <summary>The layers of a network at one moment of a run, as they stand in <c>results.json</c>.</summary>
/// <param name="Network">The kind of its layers.</param>
/// <param name="Activation">Their activation.</param>
/// <param name="Width">Their width.</param>
/// <param name="Depth">Their number.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Moment"><c>start</c>, before training, or <c>end</c>, after it.</param>
/// <param name="Layers">The layers.</param>
internal sealed record DissipationEntry(string Network, string Activation, int Width, int Depth, int Seed, string Moment, IReadOnlyList<DissipationRow> Layers);
