using NetGen.Experiments.Explore;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.Explore;

[assembly: AssemblyFixture(typeof(ShortExploration))]

namespace NetGen.Experiments.Tests.Experiments.Explore;

/// <summary>
/// A few steps of attributes alone, which earn a warning, and of a file with a block, run once for all tests that look at what is written.
/// </summary>
public sealed class ShortExploration : FinishedRun
{
    public const string Attributes = "[Mlp(Width = 16, Depth = 12, InitScale = 0.1f, Output = 16)]";

    public ShortExploration()
        : base(static folder =>
        {
            using TemporaryFolder files = new();
            File.WriteAllText(
                files.File("Residual.cs"),
                """
                namespace Mine;

                [Block, RmsNorm, Linear(16), Gelu]
                public class Part;

                [Network(Input = 16), Repeat<Part>(3, Residual = true), Linear(16)]
                public sealed partial class Residual;
                """);
            return Shell.Run(
                [new ExploreExperiment()], CancellationToken.None,
                "explore", Attributes, files.File("Residual.cs"), "--seeds", "2", "--steps", "3", "--batch", "8", "--out", folder);
        })
    {
    }

    public string Output => Outcome.Output;
}
