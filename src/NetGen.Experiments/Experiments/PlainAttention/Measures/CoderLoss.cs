using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainAttention;

/// <summary>What a coder loses before any network uses it: a line of <c>coders.json</c>.</summary>
/// <param name="Coder">Its name.</param>
/// <param name="Width">Its number of hidden units.</param>
/// <param name="Seed">The seed of its weights and vectors.</param>
/// <param name="Steps">How many steps it was trained alone.</param>
/// <param name="Error">Of normal vectors, <c>1 - R²</c>.</param>
internal sealed record CoderLoss(string Coder, int Width, int Seed, int Steps, double Error)
{
    /// <summary>All coders, for each seed of which coder B was trained.</summary>
    public static IReadOnlyList<CoderLoss> Of(IReadOnlyList<TrainingRun> runs) =>
    [
        .. from trained in runs.OfType<CoderRun>()
           from coder in PathCoder.All
           select Of(coder, trained),
    ];

    private static CoderLoss Of(PathCoder coder, CoderRun trained) => new(
        coder.Letter, coder.Width, trained.Seed, coder.Written is null ? trained.Steps : 0,
        StreamLoss.OfNormal(coder.Written ?? trained.Coder, trained.Seed));
}
