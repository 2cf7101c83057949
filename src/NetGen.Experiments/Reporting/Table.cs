namespace NetGen.Experiments.Reporting;

/// <summary>A table.</summary>
/// <param name="Title">What it holds.</param>
/// <param name="Columns">The heads of its columns.</param>
/// <param name="Rows">Its rows, each as long as <paramref name="Columns"/>.</param>
internal sealed record Table(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
