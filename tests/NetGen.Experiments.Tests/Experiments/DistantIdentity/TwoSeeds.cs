using System.Text.Json;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.DistantIdentity;

[assembly: AssemblyFixture(typeof(TwoSeeds))]

namespace NetGen.Experiments.Tests.Experiments.DistantIdentity;

/// <summary>Distant Identity with seeds 0 and 1 in every set-up, run once for all tests that look at what it writes.</summary>
public sealed class TwoSeeds : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly JsonDocument results;

    public TwoSeeds()
    {
        Shell.Outcome outcome = Shell.Run("distant-identity", "--seeds", "2", "--out", folder.Path);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        results = JsonDocument.Parse(Read("results.json"));
    }

    public string Folder => folder.Path;

    public JsonElement Results => results.RootElement;

    /// <summary>The runs of one network in one set-up, seed by seed.</summary>
    public IEnumerable<JsonElement> Of(string setup, string network) => Results.GetProperty("runs").EnumerateArray()
        .Where(training => training.GetProperty("setup").GetString() == setup && training.GetProperty("network").GetString() == network);

    public string Read(string name) => File.ReadAllText(folder.File(name));

    public void Dispose()
    {
        results.Dispose();
        folder.Dispose();
    }
}
