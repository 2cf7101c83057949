using System.Text.Json;
using NetGen.Experiments.LeakySlope;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Images;
using NetGen.Experiments.Tests.Experiments.LeakySlope;

[assembly: AssemblyFixture(typeof(ShortSlopes))]

namespace NetGen.Experiments.Tests.Experiments.LeakySlope;

/// <summary>A few steps of the shallowest networks on a few small images, run once for all tests that look at what it writes.</summary>
public sealed class ShortSlopes : IDisposable
{
    public const int Steps = 12;
    public const int Batch = 32;

    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder data = new();

    public ShortSlopes()
    {
        PatchImages.Write(data.Path);
        Shell.Outcome outcome = Shell.Run(
            [new LeakySlopeExperiment()], CancellationToken.None,
            "leaky-slope", "--data", data.Path, "--deepest", "20", "--seeds", "1", "--steps", $"{Steps}", "--batch", $"{Batch}",
            "--examples", "320", "--epochs", "1", "--out", folder.Path);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        Output = outcome.Output;
    }

    public string Output { get; }

    public string Folder => folder.Path;

    public string Read(string name) => File.ReadAllText(folder.File(name));

    public JsonElement Json(string name)
    {
        using JsonDocument document = JsonDocument.Parse(Read(name));
        return document.RootElement.Clone();
    }

    public void Dispose()
    {
        folder.Dispose();
        data.Dispose();
    }
}
