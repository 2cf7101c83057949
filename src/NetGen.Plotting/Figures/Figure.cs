namespace NetGen.Plotting.Figures;

/// <summary>A figure as data: what it shows, not how it is drawn.</summary>
/// <param name="Name">The name of its files.</param>
/// <param name="Title">What it shows: a sentence, true of its data.</param>
/// <param name="Caption">How it was measured.</param>
/// <param name="Columns">How many panels stand side by side.</param>
/// <param name="Panels">Its panels, row by row.</param>
internal sealed record Figure(string Name, string Title, string Caption, int Columns, IReadOnlyList<Panel> Panels)
{
    /// <summary>The quantity that its panels show, and of what.</summary>
    public string Subtitle { get; init; } = "";
}

/// <summary>A part of a figure.</summary>
/// <param name="Title">What tells it from the other parts, or an empty string.</param>
[JsonDerivedType(typeof(Chart), "chart")]
[JsonDerivedType(typeof(Heatmap), "heatmap")]
[JsonDerivedType(typeof(PathDiagram), "paths")]
[JsonDerivedType(typeof(PictureGrid), "pictures")]
[JsonDerivedType(typeof(PictureWall), "wall")]
internal abstract record Panel(string Title);
