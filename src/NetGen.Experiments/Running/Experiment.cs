using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Running;

/// <summary>
/// An experiment: a question, the networks that can answer it, a procedure and a verdict from what was measured. It says what to train and
/// what to conclude; running, progress, files, figures and reports are the same for all.
/// </summary>
internal abstract class Experiment
{
    /// <summary>Its name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Its question, in a sentence.</summary>
    public abstract string Question { get; }

    /// <summary>The networks it trains. Where arguments declare them, there are none before these were read.</summary>
    public abstract IReadOnlyList<NetworkInfo> Networks { get; }

    /// <summary>What it has to be told and has no default for, or null where there is no such thing.</summary>
    public virtual ExperimentArgument? Argument => null;

    /// <summary>Options of its own, beside seeds, steps, batch and folder.</summary>
    public virtual IReadOnlyList<ExperimentOption> Options => [];

    /// <summary>How many seeds it runs unless told otherwise.</summary>
    public abstract int DefaultSeeds { get; }

    /// <summary>How many steps a training takes unless told otherwise.</summary>
    public abstract int DefaultSteps { get; }

    /// <summary>
    /// Whether there are steps of a training to choose. One that counts epochs has none, nor has one that only looks at networks: its
    /// trainings are measurements, of one step.
    /// </summary>
    public virtual bool TakesSteps => true;

    /// <summary>How many examples a step takes unless told otherwise.</summary>
    public abstract int DefaultBatch { get; }

    /// <summary>The most examples that a step can take.</summary>
    public abstract int LargestBatch { get; }

    /// <summary>
    /// How many steps a training takes with these options unless told otherwise: a question of its own may need a number of its own.
    /// </summary>
    public virtual int StandardSteps(IReadOnlyDictionary<string, string> options) => DefaultSteps;

    /// <summary>How many trainings run side by side: one on each core, unless they are too large for that.</summary>
    public virtual int TrainingsAtOnce(Settings settings) => Environment.ProcessorCount;

    /// <summary>The name of its report as Markdown.</summary>
    public virtual string ReportName => "report.md";

    /// <summary>
    /// What it alone writes: its files of numbers, and its figures without an ending. Where someone else's file has such a name, nothing is
    /// trained.
    /// </summary>
    public virtual IReadOnlyList<string> OwnFiles => [];

    /// <summary>Reads its arguments, before anything else is done.</summary>
    /// <param name="settings">What it was told.</param>
    /// <param name="display">Shows each part of it.</param>
    /// <param name="stop">Stops it.</param>
    public virtual ArgumentReading Read(Settings settings, IRunDisplay display, CancellationToken stop) => ArgumentReading.Unremarkable;

    /// <summary>Options that mean nothing beside the others: whoever types one is told, and a manifest leaves them out.</summary>
    public virtual IReadOnlyList<IdleOption> Idle(Settings settings) => [];

    /// <summary>Why options that are each right do not go together, or null where they do.</summary>
    public virtual string? Objection(Settings settings) => null;

    /// <summary>What it is about to do: <c>12 trainings of 300 steps</c>.</summary>
    public virtual string Work(Settings settings, int trainings) => TakesSteps
        ? $"{Number.Count(trainings, "training")} of {Number.Count(settings.Steps, "step")}"
        : Number.Count(trainings, "measurement");

    /// <summary>What there is to know before the trainings begin, beside their number.</summary>
    public virtual IEnumerable<string> Announce(Settings settings) => [];

    /// <summary>Does what has to be done before the trainings begin.</summary>
    /// <param name="settings">What it was told.</param>
    /// <param name="display">Shows each part of it.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>A line on each part, once it is done.</returns>
    public virtual IEnumerable<string> Prepare(Settings settings, IRunDisplay display, CancellationToken stop) => [];

    /// <summary>The trainings, in the order in which they start: seed by seed, so that what is finished early can be compared.</summary>
    public abstract IReadOnlyList<Training> Plan(Settings settings);

    /// <summary>The verdict on finished trainings.</summary>
    public abstract Report Conclude(Settings settings, IReadOnlyList<TrainingRun> runs);

    /// <summary>What stands under <c>runs</c> in <c>results.json</c>.</summary>
    public virtual IEnumerable<object> Results(IReadOnlyList<TrainingRun> runs) => runs;

    /// <summary>Numbers that it writes beside every run's, by the names of their JSON files.</summary>
    public virtual IEnumerable<(string Name, object Numbers)> Numbers(Settings settings, IReadOnlyList<TrainingRun> runs) => [];
}
