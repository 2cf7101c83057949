using System.Text.Json;
using NetGen.Experiments.Running;
using NetGen.Experiments.Tests.Experiments.Depth;
using NetGen.Experiments.Tests.Experiments.Dissipating;
using NetGen.Experiments.Tests.Experiments.Propagation;

namespace NetGen.Experiments.Tests.Experiments;

/// <summary>An experiment says beforehand which files it writes, so that a folder where they stand already is refused before it trains.</summary>
public sealed class OwnFilesTests(TwoSeeds identity, SmallPair depth, NarrowNetworks dissipating, NarrowGrid propagation)
{
    [Fact]
    public void Every_file_that_a_run_writes_is_declared()
    {
        Assert.Empty(Undeclared(new DistantIdentity(), identity.Folder));
        Assert.Empty(Undeclared(new ResidualDepth(), depth.Folder));
        Assert.Empty(Undeclared(new DissipatingInputs(), dissipating.Folder));
        Assert.Empty(Undeclared(new SignalPropagation(), propagation.Folder));
    }

    /// <summary>What the manifest of a run lists that its experiment did not declare.</summary>
    internal static string[] Undeclared(Experiment experiment, string folder)
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Join(folder, "manifest.json")));
        string[] declared = ["manifest.json", "results.json", "report.html", experiment.ReportName, .. experiment.OwnFiles];
        return [.. manifest.RootElement.GetProperty("files").EnumerateArray().Select(static file => file.GetString()!).Where(file => !declared.Contains(file) && !declared.Contains(file.Split('.')[0]))];
    }
}
