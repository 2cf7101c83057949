using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>What a coder loses before any layer uses it: a line of <c>coders.json</c>.</summary>
/// <param name="Coder">Its name.</param>
/// <param name="Width">Its number of hidden units.</param>
/// <param name="Seed">The seed of its weights and vectors.</param>
/// <param name="Steps">How many steps it was trained alone.</param>
/// <param name="Error">Of rectified normal vectors, <c>1 - R²</c>.</param>
/// <param name="ByLayer">Of what the networks' first layer hands on, behind each of 50 layers in which only the coder speaks.</param>
internal sealed record CoderResult(string Coder, int Width, int Seed, int Steps, double Error, IReadOnlyList<double> ByLayer)
{
    public const int Layers = 50;

    /// <summary>The name of the coder that is written down, not trained.</summary>
    public const string Exact = "C";

    /// <summary>The results of all coders that were trained alone and, for each seed, of coder C.</summary>
    public static IReadOnlyList<CoderResult> Of(IReadOnlyList<TrainingRun> runs) =>
    [
        .. runs.OfType<CoderRun>().Select(static run => Of(run.Network, run.Coder, run.Seed, run.Steps)),
        .. runs.Select(static run => run.Seed).Distinct().Select(static seed => Of(Exact, PlainNetHypothesis.Coder.Exact, seed, 0)),
    ];

    private static CoderResult Of(string name, Coder coder, int seed, int steps) =>
        new(name, coder.Width, seed, steps, CoderError.OfRectifiedNormal(coder, seed), CoderError.ByLayer(coder, seed, Layers));
}
