namespace NetGen.Experiments.Reporting;

/// <summary>A claim, and what the run says of it.</summary>
/// <param name="Claim">What was claimed.</param>
/// <param name="Standing">Whether it holds.</param>
/// <param name="Evidence">What was measured.</param>
internal sealed record Finding(string Claim, Standing Standing, string Evidence)
{
    /// <summary>The name of the figure that shows it, or null.</summary>
    public string? Figure { get; init; }
}
