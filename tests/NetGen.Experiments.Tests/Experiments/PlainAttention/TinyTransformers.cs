using System.Text.Json;
using NetGen.Experiments.PlainAttention;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Attention;
using NetGen.Experiments.Tests.Experiments.Images;
using NetGen.Experiments.Tests.Experiments.PlainAttention;

[assembly: AssemblyFixture(typeof(TinyTransformers))]

namespace NetGen.Experiments.Tests.Experiments.PlainAttention;

/// <summary>The experiment with two blocks, on a few small images and a monotonous text, run once for all tests that look at it.</summary>
public sealed class TinyTransformers : IDisposable
{
    public const int Seeds = 2;
    public const int Epochs = 2;
    public const int Examples = 160;
    public const int Batch = 32;
    public const int Steps = 12;
    public const int Depth = 2;

    private readonly TemporaryFolder folder = new();
    private readonly TemporaryFolder data = new();

    public TinyTransformers()
    {
        PatchImages.Write(data.Path);
        File.WriteAllText(data.File("text.txt"), SmallTransformers.Monotony);
        Outcome = Run(
            data.Path, "--text", data.File("text.txt"), "--epochs", $"{Epochs}", "--examples", $"{Examples}", "--batch", $"{Batch}",
            "--steps", $"{Steps}", "--depth", $"{Depth}", "--seeds", $"{Seeds}", "--coder-steps", "300", "--out", folder.Path);
        Assert.True(Outcome.ExitCode == 0, Outcome.Output + Outcome.Error);
        Runs = [.. Json("results.json").GetProperty("runs").EnumerateArray()];
    }

    internal Shell.Outcome Outcome { get; }

    public string Folder => folder.Path;

    public IReadOnlyList<JsonElement> Runs { get; }

    public JsonElement Run(string network, int seed) => Runs.Single(
        run => run.GetProperty("network").GetString() == network && run.GetProperty("seed").GetInt32() == seed);

    public string Read(string name) => File.ReadAllText(folder.File(name));

    public JsonElement Json(string name)
    {
        using JsonDocument document = JsonDocument.Parse(Read(name));
        return document.RootElement.Clone();
    }

    internal static Shell.Outcome Run(string data, params string[] arguments) =>
        Shell.Run([new PlainAttentionExperiment()], CancellationToken.None, ["plain-attention", "--data", data, .. arguments]);

    public void Dispose()
    {
        folder.Dispose();
        data.Dispose();
    }
}
