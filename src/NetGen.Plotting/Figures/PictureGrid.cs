namespace NetGen.Plotting.Figures;

/// <summary>
/// Small pictures side by side, one row for each thing that is followed and one column for each place where it is looked at.
/// </summary>
/// <param name="Title">What tells it from the other panels, or an empty string.</param>
/// <param name="Columns">The places: a head and a note below it for each.</param>
/// <param name="Rows">The pictures, row by row, as many in a row as there are columns.</param>
internal sealed record PictureGrid(string Title, IReadOnlyList<PictureColumn> Columns, IReadOnlyList<IReadOnlyList<Picture>> Rows)
    : Panel(Title);

/// <summary>What stands above a column of pictures.</summary>
/// <param name="Head">The place.</param>
/// <param name="Note">A word on it.</param>
internal sealed record PictureColumn(string Head, string Note);
