namespace NetGen.Experiments.Reporting;

/// <summary>A paragraph with a head.</summary>
/// <param name="Head">What it is about.</param>
/// <param name="Text">What there is to say.</param>
internal sealed record Passage(string Head, string Text)
{
    /// <summary>What is quoted below it, line by line and sign by sign, or an empty string.</summary>
    public string Quoted { get; init; } = "";
}
