using NetGen.Experiments.Measuring;
using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments;

internal sealed partial class PlainNetHypothesis
{
    public override Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs)
    {
        HypothesisRuns[] all = [.. HypothesisVariants.Comparison.Concat(HypothesisVariants.Studies).Select(v => v.Of(runs))];
        return new Report("x", Question, "answer", new Table("s", ["a"], []),
            [new Table("t", ["label", "depth", "initial", "final", "unseen", "coder error", "us", "params", "shared"],
              [.. all.Select(r => new[] { r.Label, $"{r.Variant.Depth}", $"{r.InitialLoss}", $"{r.FinalLoss}", $"{r.UnseenLoss}", $"{r.CoderError}", $"{r.StepMicroseconds}", $"{r.Runs[0].Parameters}", $"{r.Runs[0].SharedParameters}" }),
               .. runs.OfType<CoderRun>().Select(r => new[] { r.Network, $"{r.Seed}", Number.Short(r.InitialLoss), Number.Short(r.FinalLoss), Number.Short(CoderError.OfRectifiedNormal(r.Coder, r.Seed)),
                 Number.Short(CoderError.ByLayer(r.Coder, r.Seed, 50)[0]), Number.Short(CoderError.ByLayer(r.Coder, r.Seed, 50)[19]), Number.Short(CoderError.ByLayer(r.Coder, r.Seed, 50)[49]), "" })])],
            [], [], []);
    }
}
