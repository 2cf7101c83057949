using System.Text.Json;
using NetGen.Experiments.PlainAttention;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Attention;
using NetGen.Experiments.Tests.Experiments.Images;
using NetGen.Experiments.Tests.Experiments.PlainAttention;

[assembly: AssemblyFixture(typeof(TinyTransformers))]

namespace NetGen.Experiments.Tests.Experiments.PlainAttention;

/// <summary>The experiment with two blocks, on a few small images and a monotonous text, run once for all tests that look at it.</summary>
public sealed class TinyTransformers : FinishedRun
{
    public const int Seeds = 2;
    public const int Epochs = 2;
    public const int Examples = 64;
    public const int Batch = 32;
    public const int Steps = 12;
    public const int Depth = 2;

    public TinyTransformers()
        : base(static folder => PatchImages.In(
            data =>
            {
                File.WriteAllText(data.File("text.txt"), SmallTransformers.Monotony);
                return Run(
                    data.Path, "--text", data.File("text.txt"), "--epochs", $"{Epochs}", "--examples", $"{Examples}", "--batch",
                    $"{Batch}", "--steps", $"{Steps}", "--depth", $"{Depth}", "--seeds", $"{Seeds}", "--coder-steps", "300", "--out",
                    folder);
            },
            side: 16))
    {
        Runs = [.. Json("results.json").GetProperty("runs").EnumerateArray()];
    }

    public IReadOnlyList<JsonElement> Runs { get; }

    public JsonElement Run(string network, int seed) => Runs.Single(
        run => run.GetProperty("network").GetString() == network && run.GetProperty("seed").GetInt32() == seed);

    internal static Shell.Outcome Run(string data, params string[] arguments) =>
        Shell.Run([new PlainAttentionExperiment()], CancellationToken.None, ["plain-attention", "--data", data, .. arguments]);
}
