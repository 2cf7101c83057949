using NetGen.Experiments.PlainImages;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Images;
using NetGen.Experiments.Tests.Experiments.PlainImages;

[assembly: AssemblyFixture(typeof(EightLayers))]

namespace NetGen.Experiments.Tests.Experiments.PlainImages;

/// <summary>The experiment at its least depth on a few small images, run once for all tests that look at what it writes.</summary>
public sealed class EightLayers : FinishedRun
{
    public const int Epochs = 2;
    public const int Examples = 320;

    public EightLayers()
        : base(static folder => PatchImages.In(
            data => Run(data.Path, "--depth", "8", "--epochs", $"{Epochs}", "--examples", $"{Examples}", "--seeds", "1", "--out", folder),
            side: 14))
    {
    }

    internal static Shell.Outcome Run(string data, params string[] arguments) =>
        Shell.Run([new PlainImagesExperiment()], CancellationToken.None, ["plain-images", "--data", data, .. arguments]);
}
