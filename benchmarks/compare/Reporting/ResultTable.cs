namespace NetGen.Compare.Reporting;

/// <summary>A table of text.</summary>
/// <param name="Name">What a document calls the place where it goes.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Columns">The heads of its columns.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record ResultTable(string Name, string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
