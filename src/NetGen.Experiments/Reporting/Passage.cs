namespace NetGen.Experiments.Reporting;

/// <summary>A paragraph with a head.</summary>
/// <param name="Head">What it is about.</param>
/// <param name="Text">What there is to say.</param>
internal sealed record Passage(string Head, string Text);
