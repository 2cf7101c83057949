using System.Globalization;

namespace NetGen;

/// <summary>
/// Shows a training as a line for each epoch. In a terminal the line of the epoch under way is written again and again; in a file or a pipe
/// there are only lines of epochs that have ended.
/// </summary>
public sealed class ConsoleProgress : IProgress<FitProgress>
{
    private readonly TextWriter writer;
    private readonly bool rewrites;
    private int shown;

    /// <summary>Shows a training on standard output.</summary>
    public ConsoleProgress()
        : this(Console.Out, rewrites: !Console.IsOutputRedirected)
    {
    }

    /// <summary>Shows a training on a writer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="rewrites">Whether a carriage return begins the same line anew there, as in a terminal.</param>
    public ConsoleProgress(TextWriter writer, bool rewrites)
    {
        ArgumentNullException.ThrowIfNull(writer);
        this.writer = writer;
        this.rewrites = rewrites;
    }

    /// <inheritdoc/>
    public void Report(FitProgress value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (value.Result is { } result)
        {
            Show(Line(value, result));
            writer.WriteLine();
            shown = 0;
        }
        else if (rewrites)
        {
            Show(Line(value));
        }

        writer.Flush();
    }

    /// <summary>
    /// Ends the line of an epoch under way, so that what is written next begins a line of its own. <see cref="TrainerFitting.Fit"/> does
    /// so when it ends, be it by an exception.
    /// </summary>
    public void EndLine()
    {
        if (shown == 0)
            return;

        writer.WriteLine();
        writer.Flush();
        shown = 0;
    }

    private static string Head(FitProgress value) => string.Create(
        CultureInfo.InvariantCulture,
        $"epoch {value.Epoch.ToString(CultureInfo.InvariantCulture).PadLeft(Digits(value.Epochs))} of {value.Epochs}");

    private static string Line(FitProgress value)
    {
        double left = value.Elapsed.TotalSeconds * (value.Batches - value.Batch) / Math.Max(1, value.Batch);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Head(value)}  batch {value.Batch} of {value.Batches}  loss {value.TrainingLoss:G4}  {left:F0} s left of the epoch");
    }

    private static string Line(FitProgress value, EpochResult result)
    {
        string line = string.Create(CultureInfo.InvariantCulture, $"{Head(value)}  loss {result.TrainingLoss:G4}");
        if (result.ValidationLoss is { } validation)
            line += string.Create(CultureInfo.InvariantCulture, $"  validation {validation:G4}");
        foreach ((string name, double metric) in result.Metrics)
            line += string.Create(CultureInfo.InvariantCulture, $"  {name} {metric:G4}");
        line += string.Create(CultureInfo.InvariantCulture, $"  {result.Duration.TotalSeconds:F1} s");
        return double.IsFinite(result.TrainingLoss) ? line : line + "  diverged: the loss is not finite";
    }

    private static int Digits(int number) => number.ToString(CultureInfo.InvariantCulture).Length;

    // What is left of a longer line before is blanked.
    private void Show(string line)
    {
        if (rewrites)
            writer.Write('\r');
        writer.Write(line.PadRight(shown));
        shown = line.Length;
    }
}
