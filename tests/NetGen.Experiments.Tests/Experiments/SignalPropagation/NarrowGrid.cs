using System.Text.Json;
using NetGen.Experiments.SignalPropagation;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.SignalPropagation;

[assembly: AssemblyFixture(typeof(NarrowGrid))]

namespace NetGen.Experiments.Tests.Experiments.SignalPropagation;

/// <summary>Signal propagation in 20 layers of width 64, run once for all tests that look at what it writes.</summary>
public sealed class NarrowGrid : IDisposable
{
    public const int Depth = 20;

    private readonly TemporaryFolder folder = new();
    private readonly JsonDocument results;
    private readonly JsonDocument networks;

    public NarrowGrid()
    {
        Shell.Outcome outcome = Shell.Run(
            [new SignalPropagationExperiment()],
            CancellationToken.None,
            "signal-propagation", "--widest", "64", "--depth", $"{Depth}", "--seeds", "1", "--out", folder.Path);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        Output = outcome.Output;
        results = JsonDocument.Parse(Read("results.json"));
        networks = JsonDocument.Parse(Read("networks.json"));
    }

    public string Folder => folder.Path;

    public string Output { get; }

    public IReadOnlyList<JsonElement> Runs => [.. results.RootElement.GetProperty("runs").EnumerateArray()];

    public IReadOnlyList<JsonElement> Networks => [.. networks.RootElement.EnumerateArray()];

    /// <summary>The median over seeds of a number of every layer of a network.</summary>
    public double[] Measured(string network, string number)
    {
        double[][] seeds =
        [
            .. Runs.Where(run => run.GetProperty("network").GetString() == network)
                .Select(run => Curve(run.GetProperty("measured"), number)),
        ];
        Assert.Equal(16, seeds.Length);
        return [.. Enumerable.Range(0, seeds[0].Length).Select(layer => Quartiles.Of(seeds.Select(seed => seed[layer])).Median)];
    }

    /// <summary>What is expected of a number of every layer of a network.</summary>
    public double[] Expected(string network, string number) =>
        Curve(Networks.Single(entry => entry.GetProperty("network").GetString() == network).GetProperty("expected"), number);

    public string Read(string name) => File.ReadAllText(folder.File(name));

    public void Dispose()
    {
        results.Dispose();
        networks.Dispose();
        folder.Dispose();
    }

    private static double[] Curve(JsonElement curves, string number) =>
        [.. curves.GetProperty(number).EnumerateArray().Select(static value => value.GetDouble())];
}
