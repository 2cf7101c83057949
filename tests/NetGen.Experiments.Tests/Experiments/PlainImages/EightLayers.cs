using System.Text.Json;
using NetGen.Experiments.PlainImages;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Images;
using NetGen.Experiments.Tests.Experiments.PlainImages;

[assembly: AssemblyFixture(typeof(EightLayers))]

namespace NetGen.Experiments.Tests.Experiments.PlainImages;

/// <summary>The experiment at its least depth on a few small images, run once for all tests that look at what it writes.</summary>
public sealed class EightLayers : IDisposable
{
    public const int Epochs = 2;
    public const int Examples = 320;

    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder data = new();

    public EightLayers()
    {
        PatchImages.Write(data.Path);
        Outcome = Run(
            data.Path, "--depth", "8", "--epochs", $"{Epochs}", "--examples", $"{Examples}", "--seeds", "1", "--out", folder.Path);
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
        Shell.Run([new PlainImagesExperiment()], CancellationToken.None, ["plain-images", "--data", data, .. arguments]);

    public void Dispose()
    {
        folder.Dispose();
        data.Dispose();
    }
}
