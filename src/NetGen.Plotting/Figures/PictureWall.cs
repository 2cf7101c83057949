namespace NetGen.Plotting.Figures;

/// <summary>Pictures with a few words below each, in as many rows as the room asks for.</summary>
/// <param name="Title">What tells it from the other panels, or an empty string.</param>
/// <param name="Pictures">The pictures.</param>
internal sealed record PictureWall(string Title, IReadOnlyList<CaptionedPicture> Pictures) : Panel(Title);

/// <summary>A picture and its words.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Caption">Short lines, as many for each picture of a wall; the first one is its name.</param>
internal sealed record CaptionedPicture(Picture Picture, IReadOnlyList<string> Caption);
