using NetGen.Experiments.Reporting;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>A question that is asked in place of the comparison: a procedure and a verdict of its own.</summary>
/// <param name="name">Its name on the command line.</param>
/// <param name="question">What it asks.</param>
/// <param name="steps">How many steps its trainings take unless told otherwise.</param>
internal abstract class HypothesisStudy(string name, string question, int steps)
{
    public string Name => name;

    public string Question => question;

    public int Steps => steps;

    /// <summary>The figures that it draws, as paths without an ending.</summary>
    public abstract IReadOnlyList<string> Files { get; }

    /// <summary>What it is about to do.</summary>
    public virtual string Work(Settings settings, int trainings) =>
        $"{Number.Count(trainings, "training")} of {Number.Count(settings.Steps, "step")}";

    /// <summary>Compiles the networks that it declares.</summary>
    /// <returns>A line on each part of it, once it is done.</returns>
    public abstract IEnumerable<string> Prepare(IRunDisplay display, CancellationToken stop);

    /// <summary>The trainings, in the order in which they start.</summary>
    public abstract IReadOnlyList<Training> Plan(Settings settings);

    /// <summary>The verdict on finished trainings.</summary>
    public abstract Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs);

    /// <summary>The verdict on a claim about networks of which there may be none: then nothing is decided.</summary>
    protected static Finding DecideWhere(bool any, string figure, string claim, bool holds, string evidence) => any
        ? Decide(figure, claim, holds, evidence)
        : new Finding(claim, Standing.NotMeasured, evidence) { Figure = figure };

    protected static Finding Decide(string figure, string claim, bool holds, string evidence) =>
        new(claim, holds ? Standing.Holds : Standing.DoesNotHold, evidence) { Figure = figure };
}
