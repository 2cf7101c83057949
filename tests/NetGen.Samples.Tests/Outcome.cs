namespace NetGen.Samples.Tests;

/// <summary>What came of a process.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);
