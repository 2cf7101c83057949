using System.Text.Json;
using NetGen.Experiments.Attention;
using NetGen.Experiments.DissipatingInputs;
using NetGen.Experiments.DistantIdentity;
using NetGen.Experiments.Explore;
using NetGen.Experiments.Images;
using NetGen.Experiments.LeakySlope;
using NetGen.Experiments.PlainAttention;
using NetGen.Experiments.PlainImages;
using NetGen.Experiments.ResidualDepth;
using NetGen.Experiments.Running;
using NetGen.Experiments.SignalPropagation;
using NetGen.Experiments.Tests.Experiments.Attention;
using NetGen.Experiments.Tests.Experiments.DissipatingInputs;
using NetGen.Experiments.Tests.Experiments.DistantIdentity;
using NetGen.Experiments.Tests.Experiments.Explore;
using NetGen.Experiments.Tests.Experiments.Images;
using NetGen.Experiments.Tests.Experiments.LeakySlope;
using NetGen.Experiments.Tests.Experiments.PlainAttention;
using NetGen.Experiments.Tests.Experiments.PlainImages;
using NetGen.Experiments.Tests.Experiments.ResidualDepth;
using NetGen.Experiments.Tests.Experiments.SignalPropagation;

namespace NetGen.Experiments.Tests.Experiments;

/// <summary>
/// An experiment says beforehand which files it writes, so that a folder where they stand already is refused before it trains.
/// </summary>
public sealed class OwnFilesTests(
    TwoSeeds identity,
    SmallPair depth,
    NarrowNetworks dissipating,
    NarrowGrid propagation,
    PatchRun images,
    SmallTransformers attention,
    EightLayers plainImages,
    TinyTransformers plain,
    ShortSlopes slopes,
    ShortExploration exploration)
{
    [Fact]
    public void Every_file_that_a_run_writes_is_declared()
    {
        Assert.Empty(Undeclared(new DistantIdentityExperiment(), identity.Folder));
        Assert.Empty(Undeclared(new ResidualDepthExperiment(), depth.Folder));
        Assert.Empty(Undeclared(new DissipatingInputsExperiment(), dissipating.Folder));
        Assert.Empty(Undeclared(new SignalPropagationExperiment(), propagation.Folder));
        Assert.Empty(Undeclared(new ImagesExperiment(), images.Folder));
        Assert.Empty(Undeclared(new AttentionExperiment(), attention.Folder));
        Assert.Empty(Undeclared(new PlainAttentionExperiment(), plain.Folder));
        Assert.Empty(Undeclared(new PlainImagesExperiment(), plainImages.Folder));
        Assert.Empty(Undeclared(new LeakySlopeExperiment(), slopes.Folder));
        Assert.Empty(Undeclared(new ExploreExperiment(), exploration.Folder));
    }

    /// <summary>What the manifest of a run lists that its experiment did not declare.</summary>
    internal static string[] Undeclared(Experiment experiment, string folder)
    {
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(Path.Join(folder, "manifest.json")));
        string[] declared = ["manifest.json", "results.json", "report.html", experiment.ReportName, .. experiment.OwnFiles];
        return
        [
            .. manifest.RootElement.GetProperty("files")
                .EnumerateArray()
                .Select(static file => file.GetString()!)
                .Where(file => !declared.Contains(file) && !declared.Contains(file.Split('.')[0])),
        ];
    }
}
