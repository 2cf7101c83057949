using NetGen.Experiments.Attention;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Attention;
using NetGen.Experiments.Tests.Experiments.Images;

[assembly: AssemblyFixture(typeof(SmallTransformers))]

namespace NetGen.Experiments.Tests.Experiments.Attention;

/// <summary>The experiment on a few small images and a monotonous text, run once for all tests that look at what it writes.</summary>
public sealed class SmallTransformers : FinishedRun
{
    public const int Epochs = 2;
    public const int Examples = 320;
    public const int Batch = 32;
    public const int Steps = 36;

    public SmallTransformers()
        : base(static folder => PatchImages.In(data =>
        {
            File.WriteAllText(data.File("text.txt"), Monotony);
            return Run(
                data.Path, "--text", data.File("text.txt"), "--epochs", $"{Epochs}", "--examples", $"{Examples}", "--batch", $"{Batch}",
                "--steps", $"{Steps}", "--out", folder);
        }))
    {
    }

    /// <summary>A text of which much can be known: the same line again and again.</summary>
    internal static string Monotony => string.Concat(Enumerable.Repeat("The quick brown fox jumps over `the` lazy dog.\n", 500));

    internal static Shell.Outcome Run(string data, params string[] arguments) =>
        Shell.Run([new AttentionExperiment()], CancellationToken.None, ["attention", "--data", data, .. arguments]);
}
