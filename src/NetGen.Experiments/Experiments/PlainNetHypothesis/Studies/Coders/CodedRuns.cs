using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>The runs of a design of a coder: what it loses, and what layers learn with it.</summary>
internal sealed class CodedRuns
{
    /// <param name="layers">The runs of the layers that use it.</param>
    /// <param name="runs">All runs, with those in which it was trained.</param>
    public CodedRuns(HypothesisRuns layers, IReadOnlyList<TrainingRun> runs)
    {
        Layers = layers;
        Alone = layers.CoderError;
        Behind = SeedSpread.Of(
            runs.OfType<CoderRun>()
                .Where(run => run.Network == layers.Label)
                .Select(run => CoderError.ByLayer(run.Coder, run.Seed, layers.Variant.Depth)[^1]));
    }

    public HypothesisRuns Layers { get; }

    public string Label => Layers.Label;

    public string Setting => Layers.Variant.Setting;

    /// <summary>What it loses of rectified normal vectors, <c>1 - R²</c>.</summary>
    public SeedSpread Alone { get; }

    /// <summary>What it loses of what the first layer hands on, behind all layers.</summary>
    public SeedSpread Behind { get; }
}
