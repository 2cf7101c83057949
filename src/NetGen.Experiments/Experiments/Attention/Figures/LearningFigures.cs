using NetGen.Experiments.Images;

namespace NetGen.Experiments.Attention;

/// <summary>What the transformers learn.</summary>
internal static class LearningFigures
{
    public static Figure Accuracy(AttentionComparison seen) => new(
        "accuracy",
        $"After {Number.Count(seen.Recipe.Epochs, "epoch")} of {seen.Images.Training.Count:N0} images, {seen.Accuracy.AsPercent} of the "
            + $"test images are named right, and {seen.PlainAccuracy.AsPercent} without residual connections",
        $"Left: all {seen.Images.Test.Count:N0} test images, at the end of each epoch. Right: the first "
            + $"{Math.Min(ImageTask.Glanced, seen.Images.Test.Count):N0} of them, up to {Check.AnEpoch} times an epoch. "
            + seen.Vision.LinesAndBands,
        Columns: 2,
        [
            Chart("all test images", Ticks(seen.Recipe.Epochs), seen, static run => run.Epochs, marked: true),
            Chart("in the course of training", null, seen, static run => run.Glances, marked: false),
        ])
    {
        Subtitle = "Accuracy on test images by epoch",
    };

    public static Figure Bits(AttentionComparison seen) => new(
        "bits_per_character",
        $"A character of text that is held out takes {seen.Bits} bits, where pairs of characters take "
            + Number.Short(seen.Text.BitsOfPairs),
        $"Mean of -log₂ p over {seen.Text.Windows} windows of {TextTask.Length} characters. Dotted: what counts of single characters, "
            + $"and of pairs of them, know of the same text. {seen.Reading.LinesAndBands}",
        Columns: 1,
        [
            new Chart(
                "",
                new Axis("step"),
                new Axis("bits a character"),
                [
                    Line(
                        "text that is held out", seen.Reading.Ink, seen.TextRuns, static run => run.Checks, static check => check.Step,
                        static check => check.Bits, marked: true),
                ],
                [
                    new Guide(seen.Text.BitsAlone, $"{Number.Short(seen.Text.BitsAlone)}: single characters"),
                    new Guide(seen.Text.BitsOfPairs, $"{Number.Short(seen.Text.BitsOfPairs)}: pairs"),
                ]),
        ])
    {
        Subtitle = "Bits a character by step",
    };

    private static Series Line<TRun, TCheck>(
        string label,
        Ink ink,
        IReadOnlyList<TRun> runs,
        Func<TRun, IReadOnlyList<TCheck>> checks,
        Func<TCheck, double> place,
        Func<TCheck, double> value,
        bool marked) => new(
        label,
        ink,
        [.. checks(runs[0]).Select((check, index) => Point.Over(place(check), runs.Select(run => value(checks(run)[index]))))])
    {
        Marked = marked,
        Runs = runs.Count > 1 ? [.. runs.Select(run => (IReadOnlyList<double>)[.. checks(run).Select(value)])] : [],
    };

    /// <summary>Every epoch, where they are few; else round numbers.</summary>
    private static IReadOnlyList<double>? Ticks(int epochs) =>
        epochs <= 20 ? [.. Enumerable.Range(1, epochs).Select(static epoch => (double)epoch)] : null;

    private static Chart Chart(
        string title,
        IReadOnlyList<double>? ticks,
        AttentionComparison seen,
        Func<VisionRun, IReadOnlyList<Check>> checks,
        bool marked) => new(
        title,
        new Axis("epoch") { Ticks = ticks },
        new Axis("accuracy"),
        [
            Line(
                "with residual connections", seen.Vision.Ink, seen.VisionRuns, checks, static check => check.Epoch,
                static check => check.Accuracy, marked),
            Line(
                "without them", seen.Plain.Ink, seen.PlainRuns, checks, static check => check.Epoch, static check => check.Accuracy,
                marked),
        ],
        []);
}
