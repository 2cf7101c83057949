using System.Text.Json;
using NetGen.Experiments.Attention;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Attention;
using NetGen.Experiments.Tests.Experiments.Images;

[assembly: AssemblyFixture(typeof(SmallTransformers))]

namespace NetGen.Experiments.Tests.Experiments.Attention;

/// <summary>The experiment on a few small images and a monotonous text, run once for all tests that look at what it writes.</summary>
public sealed class SmallTransformers : IDisposable
{
    public const int Epochs = 2;
    public const int Examples = 320;
    public const int Batch = 32;
    public const int Steps = 36;

    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder data = new();

    public SmallTransformers()
    {
        PatchImages.Write(data.Path);
        File.WriteAllText(data.File("text.txt"), Monotony);
        Outcome = Run(
            data.Path, "--text", data.File("text.txt"), "--epochs", $"{Epochs}", "--examples", $"{Examples}", "--batch", $"{Batch}",
            "--steps", $"{Steps}", "--out", folder.Path);
        Assert.True(Outcome.ExitCode == 0, Outcome.Output + Outcome.Error);
    }

    /// <summary>A text of which much can be known: the same line again and again.</summary>
    internal static string Monotony => string.Concat(Enumerable.Repeat("The quick brown fox jumps over `the` lazy dog.\n", 500));

    internal Shell.Outcome Outcome { get; }

    public string Folder => folder.Path;

    public string Read(string name) => File.ReadAllText(folder.File(name));

    public JsonElement Json(string name)
    {
        using JsonDocument document = JsonDocument.Parse(Read(name));
        return document.RootElement.Clone();
    }

    internal static Shell.Outcome Run(string data, params string[] arguments) =>
        Shell.Run([new AttentionExperiment()], CancellationToken.None, ["attention", "--data", data, .. arguments]);

    public void Dispose()
    {
        folder.Dispose();
        data.Dispose();
    }
}
