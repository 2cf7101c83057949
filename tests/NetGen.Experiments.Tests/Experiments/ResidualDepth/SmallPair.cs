using NetGen.Experiments.ResidualDepth;
using NetGen.Experiments.Tests.Commands;
using NetGen.Experiments.Tests.Experiments.ResidualDepth;

[assembly: AssemblyFixture(typeof(SmallPair))]

namespace NetGen.Experiments.Tests.Experiments.ResidualDepth;

/// <summary>Residual depth at width 64, both networks from both starts, run once for all tests that look at what it writes.</summary>
public sealed class SmallPair : FinishedRun
{
    public const int Steps = 120;

    /// <summary>The variants, by the names of their runs.</summary>
    public const string Plain = "plain, gain alone";
    public const string Residual = "residual, gain alone";
    public const string ScaledPlain = "plain, W₂ × 0.141";
    public const string ScaledResidual = "residual, W₂ × 0.141";

    public SmallPair()
        : base(static folder => Run("--small", "--seeds", "1", "--steps", $"{Steps}", "--out", folder))
    {
    }

    internal static Shell.Outcome Run(params string[] arguments) =>
        Shell.Run([new ResidualDepthExperiment()], CancellationToken.None, ["residual-depth", .. arguments]);
}
