namespace NetGen.Experiments.Declaring;

/// <summary>A code fix as an editor offers it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lines">The lines that it writes.</param>
internal sealed record OfferedFix(string Title, IReadOnlyList<string> Lines);
