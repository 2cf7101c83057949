using NetGen.Experiments.Running;

namespace NetGen.Experiments.DissipatingInputs;

/// <summary>A training of a network of equally wide layers, with what becomes of inputs in each layer, before and after.</summary>
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
    /// <summary>Its entries in <c>results.json</c>: one before training and one after it.</summary>
    public IEnumerable<DissipationEntry> Entries => [Entry("start", Start), Entry("end", End)];

    private DissipationEntry Entry(string moment, IReadOnlyList<DissipationRow> layers) =>
        new(Network, Activation, Width, Depth, Seed, moment, layers);
}
