using NetGen.Experiments.Images;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Images;

[assembly: AssemblyFixture(typeof(PatchRun))]

namespace NetGen.Experiments.Tests.Experiments.Images;

/// <summary>The experiment on a few small images, run once for all tests that look at what it writes.</summary>
public sealed class PatchRun : FinishedRun
{
    public const int Epochs = 3;
    public const int Batch = 32;

    public PatchRun()
        : base(static folder => PatchImages.In(data =>
            Run(data.Path, "--epochs", $"{Epochs}", "--batch", $"{Batch}", "--out", folder)))
    {
    }

    internal static Shell.Outcome Run(string data, params string[] arguments) =>
        Shell.Run([new ImagesExperiment()], CancellationToken.None, ["images", "--data", data, .. arguments]);
}
