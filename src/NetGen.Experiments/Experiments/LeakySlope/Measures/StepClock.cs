using System.Diagnostics;
using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.LeakySlope;

/// <summary>The loss of every step, and how long it took.</summary>
/// <param name="steps">The number of steps.</param>
internal sealed class StepClock(int steps)
{
    private readonly double[] microseconds = new double[steps];

    /// <summary>The loss of every step so far.</summary>
    public float[] Losses { get; } = new float[steps];

    /// <summary>How long half of the steps took at most.</summary>
    public double Median => SeedSpread.Of(microseconds).Median;

    /// <param name="step">The number of the step, from 0.</param>
    /// <param name="loss">Its loss.</param>
    /// <param name="before">When it began.</param>
    public void Add(int step, float loss, long before)
    {
        microseconds[step] = Stopwatch.GetElapsedTime(before).TotalMicroseconds;
        Losses[step] = loss;
    }
}
