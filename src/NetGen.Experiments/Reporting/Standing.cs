namespace NetGen.Experiments.Reporting;

/// <summary>What the run says of a claim.</summary>
internal enum Standing
{
    Holds,
    DoesNotHold,
    NotMeasured,
}

/// <summary>What stands beside a finding.</summary>
internal static class StandingNames
{
    /// <summary>Its name at the beginning of a line.</summary>
    public static string Head(this Standing standing) => char.ToUpperInvariant(standing.Name()[0]) + standing.Name()[1..];

    public static string Name(this Standing standing) => standing switch
    {
        Standing.Holds => "holds",
        Standing.DoesNotHold => "does not hold",
        Standing.NotMeasured => "not measured",
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "Expected a standing that has a name."),
    };
}
