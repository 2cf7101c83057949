namespace NetGen.Experiments.ResidualDepth;

/// <summary>What was measured of variants, side by side.</summary>
/// <param name="Variants">Their runs, in the order of the study.</param>
internal sealed record DeepComparison(IReadOnlyList<DeepRuns> Variants)
{
    public DeepRuns this[string label, string family] => Variants.Single(runs => runs.Label == label && runs.Family == family);

    /// <summary>How many steps all of them took.</summary>
    public int Steps => Variants[0].Steps;

    /// <summary>Which learned in the steps they took, and in which the gradient vanished.</summary>
    public string Outcome
    {
        get
        {
            string half = Number.Short(Variants[0].LossOfMean.Median / 2);
            return $"In {Number.Count(Steps, "step")} a loss below {half}, half of what always answering with the mean gives, "
                + $"was reached by {List(static runs => runs.Learned, Loss)}, and not by {List(static runs => !runs.Learned, Loss)}. "
                + $"The first block's gradient fell below 1e-7 in {List(static runs => runs.Vanished, Step)}.";

            static string Loss(DeepRuns runs) => Number.Short(runs.MeanLoss.Median);

            static string Step(DeepRuns runs) => runs.VanishedIn;
        }
    }

    private string List(Func<DeepRuns, bool> which, Func<DeepRuns, string> number)
    {
        string[] named = [.. Variants.Where(which).Select(runs => $"{runs.Name} ({number(runs)})")];
        return named switch
        {
            [] => "none",
            [string only] => only,
            _ => $"{string.Join("; ", named[..^1])} and {named[^1]}",
        };
    }
}
