using System.Text.Json;
using NetGen.Experiments.Images;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Images;

[assembly: AssemblyFixture(typeof(PatchRun))]

namespace NetGen.Experiments.Tests.Experiments.Images;

/// <summary>The experiment on a few small images, run once for all tests that look at what it writes.</summary>
public sealed class PatchRun : IDisposable
{
    public const int Epochs = 3;
    public const int Batch = 32;

    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder data = new();

    public PatchRun()
    {
        PatchImages.Write(data.Path);
        Outcome = Run(data.Path, "--epochs", $"{Epochs}", "--batch", $"{Batch}", "--out", folder.Path);
        Assert.True(Outcome.ExitCode == 0, Outcome.Output + Outcome.Error);
    }

    internal Shell.Outcome Outcome { get; }

    public string Folder => folder.Path;

    public string Read(string name) => File.ReadAllText(folder.File(name));

    public JsonElement Json(string name)
    {
        using JsonDocument document = JsonDocument.Parse(Read(name));
        return document.RootElement.Clone();
    }

    internal static Shell.Outcome Run(string data, params string[] arguments) =>
        Shell.Run([new ImagesExperiment()], CancellationToken.None, ["images", "--data", data, .. arguments]);

    public void Dispose()
    {
        folder.Dispose();
        data.Dispose();
    }
}
