using System.Text.Json;
using NetGen.Experiments.DissipatingInputs;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.DissipatingInputs;

[assembly: AssemblyFixture(typeof(NarrowNetworks))]

namespace NetGen.Experiments.Tests.Experiments.DissipatingInputs;

/// <summary>
/// Dissipating inputs at width 64 with seeds 0 and 1, run once for all tests that look at what it writes. Few steps: too few for any
/// network to learn.
/// </summary>
public sealed class NarrowNetworks : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly JsonDocument results;

    public NarrowNetworks()
    {
        Shell.Outcome outcome = Shell.Run(
            [new DissipatingInputsExperiment()],
            CancellationToken.None,
            "dissipating-inputs", "--small", "--seeds", "2", "--steps", "5", "--out", folder.Path);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        results = JsonDocument.Parse(Read("results.json"));
    }

    public string Folder => folder.Path;

    public JsonElement Results => results.RootElement;

    public IEnumerable<JsonElement> Runs => Results.GetProperty("runs").EnumerateArray();

    public string Read(string name) => File.ReadAllText(folder.File(name));

    /// <summary>A number of every layer, as its mean over seeds, of a 50-layer network before training.</summary>
    public double[] Layers(string network, string activation, string number)
    {
        double[][] seeds =
        [
            .. from run in Runs
               where run.GetProperty("network").GetString() == network && run.GetProperty("activation").GetString() == activation
               where run.GetProperty("depth").GetInt32() == 50 && run.GetProperty("moment").GetString() == "start"
               select run.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty(number).GetDouble()).ToArray(),
        ];
        Assert.Equal(2, seeds.Length);
        return [.. Enumerable.Range(0, 50).Select(layer => seeds.Average(seed => seed[layer]))];
    }

    public void Dispose()
    {
        results.Dispose();
        folder.Dispose();
    }
}
