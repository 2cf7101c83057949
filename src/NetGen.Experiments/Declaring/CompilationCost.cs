using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Declaring;

/// <summary>What it took to compile networks that were declared while the program runs.</summary>
/// <param name="What">The networks, in words.</param>
/// <param name="Seconds">How long both compilers took.</param>
/// <param name="GeneratedLength">How many characters of C# the network compiler has written.</param>
internal sealed record CompilationCost(string What, double Seconds, long GeneratedLength)
{
    public string Megabytes => (GeneratedLength / 1e6).ToString("F1", CultureInfo.InvariantCulture);

    public override string ToString() => $"Compiled {What}, in {Duration.Text(Seconds)}: {Megabytes} MB of C#.";
}
