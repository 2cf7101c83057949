namespace NetGen.Experiments.Reporting;

/// <summary>What became of all claims of a report, in a sentence.</summary>
internal static class Score
{
    /// <param name="findings">The claims.</param>
    /// <param name="claims">What they are: <c>claims of the source</c>.</param>
    public static string Of(IReadOnlyList<Finding> findings, string claims)
    {
        string unmeasured = Count(Standing.NotMeasured) is > 0 and var count ? $"; it does not measure {count}" : "";
        return $"Of {findings.Count} {claims} "
            + $"this run confirms {Count(Standing.Holds)} and contradicts {Count(Standing.DoesNotHold)}{unmeasured}.";

        int Count(Standing standing) => findings.Count(finding => finding.Standing == standing);
    }
}
