using System.Diagnostics;

namespace NetGen.Experiments.Running;

/// <summary>The time since a line was last written. It is to stay below two seconds.</summary>
internal sealed class Silence
{
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(1.5);

    private long since = Stopwatch.GetTimestamp();

    /// <summary>How long it may still last.</summary>
    public TimeSpan Left
    {
        get
        {
            TimeSpan left = longest - Stopwatch.GetElapsedTime(Volatile.Read(ref since));
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    public void Break() => Volatile.Write(ref since, Stopwatch.GetTimestamp());
}
