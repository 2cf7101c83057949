namespace NetGen.Compare.Works;

/// <summary>A work that is ready to be done again and again in this process.</summary>
/// <param name="Version">The version of what does it.</param>
/// <param name="Mode">How it is done, where there are several ways.</param>
/// <param name="Answers">What came out when it was done from the start.</param>
/// <param name="Repeat">Does it so many times.</param>
/// <param name="Owned">What is to be disposed of with it, such as threads.</param>
internal sealed record Subject(string Version, string Mode, float[] Answers, Action<int> Repeat, IDisposable? Owned = null) : IDisposable
{
    public void Dispose() => Owned?.Dispose();
}
