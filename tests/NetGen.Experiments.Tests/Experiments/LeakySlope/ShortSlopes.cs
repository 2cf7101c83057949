using NetGen.Experiments.LeakySlope;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Images;
using NetGen.Experiments.Tests.Experiments.LeakySlope;

[assembly: AssemblyFixture(typeof(ShortSlopes))]

namespace NetGen.Experiments.Tests.Experiments.LeakySlope;

/// <summary>A few steps of the shallowest networks on a few small images, run once for all tests that look at what it writes.</summary>
public sealed class ShortSlopes : FinishedRun
{
    public const int Steps = 12;
    public const int Batch = 32;

    public ShortSlopes()
        : base(static folder => PatchImages.In(data => Shell.Run(
            [new LeakySlopeExperiment()], CancellationToken.None,
            "leaky-slope", "--data", data.Path, "--deepest", "20", "--seeds", "1", "--steps", $"{Steps}", "--batch", $"{Batch}",
            "--examples", "320", "--epochs", "1", "--out", folder)))
    {
    }

    public string Output => Outcome.Output;
}
