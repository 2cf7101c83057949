using System.Diagnostics;

namespace MicroGpt;

/// <summary>A table of how training goes, in ten rows; in a terminal, the row under way is alive.</summary>
internal sealed class Progress
{
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(50);

    private readonly int steps;
    private readonly bool isAlive = !Console.IsOutputRedirected;
    private int step;
    private int rowStart;
    private double lossSum;
    private long rowBegan = Stopwatch.GetTimestamp();
    private long drawn = Stopwatch.GetTimestamp();

    public Progress(int steps)
    {
        this.steps = steps;
        Console.WriteLine("       step     loss  µs a step");
    }

    /// <summary>Takes note of a step.</summary>
    public void Add(float loss)
    {
        step++;
        lossSum += loss;
        bool isWhole = step * 10L / steps > (step - 1) * 10L / steps;
        if (isWhole || isAlive && Stopwatch.GetElapsedTime(drawn) > Blink)
            Draw(isWhole);
    }

    private void Draw(bool isWhole)
    {
        int count = step - rowStart;
        double microseconds = Stopwatch.GetElapsedTime(rowBegan).TotalMicroseconds / count;
        Console.Write($"{(isAlive ? "\r" : "")}{step,11:N0}  {lossSum / count,7:F3}  {microseconds,9:F1}{(isWhole ? "\n" : "")}");
        drawn = Stopwatch.GetTimestamp();
        if (isWhole)
            (rowStart, lossSum, rowBegan) = (step, 0, drawn);
    }
}
