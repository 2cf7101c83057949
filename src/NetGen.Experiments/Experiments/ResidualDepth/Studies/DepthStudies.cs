namespace NetGen.Experiments.ResidualDepth;

/// <summary>All studies of depth.</summary>
internal static class DepthStudies
{
    public static IReadOnlyList<DepthStudy> All { get; } =
    [
        NormPlacement.Study, ActivationChoice.Study, TwiceAsDeep.Study, RateAndGain.Study, ZeroStart.Study, ShortcutKinds.Study,
    ];
}
