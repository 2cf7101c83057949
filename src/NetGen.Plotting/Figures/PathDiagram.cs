namespace NetGen.Plotting.Figures;

/// <summary>Roads whose width tells how much travels along them, on a logarithmic scale.</summary>
/// <param name="Title">What tells it from the other panels, or an empty string.</param>
/// <param name="Stations">Named places.</param>
/// <param name="Roads">The roads, the lowest first.</param>
/// <param name="ValueLabel">What travels.</param>
/// <param name="Least">The value that a road is thinnest at.</param>
/// <param name="Most">The value that a road is widest at.</param>
internal sealed record PathDiagram(
    string Title, IReadOnlyList<Station> Stations, IReadOnlyList<Road> Roads, string ValueLabel, double Least, double Most) : Panel(Title)
{
    /// <summary>What the colours of its roads mean.</summary>
    public IReadOnlyList<RoadColour> Colours { get; init; } = [];
}

/// <summary>A named place.</summary>
/// <param name="X">From the left, in steps of the diagram.</param>
/// <param name="Y">From the top: -1 to 1.</param>
/// <param name="Label">Its name.</param>
internal sealed record Station(double X, double Y, string Label);

/// <summary>A smooth road through its points. What travels goes from the last point to the first, as an arrow says.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Points">Where it leads, and how much travels there.</param>
internal sealed record Road(string Label, Ink Ink, IReadOnlyList<RoadPoint> Points);

/// <summary>A point of a road.</summary>
/// <param name="X">From the left, in steps of the diagram.</param>
/// <param name="Y">From the top: -1 to 1.</param>
/// <param name="Value">How much travels there.</param>
internal readonly record struct RoadPoint(double X, double Y, double Value);

/// <summary>What a colour of roads means.</summary>
/// <param name="Ink">The colour.</param>
/// <param name="Meaning">Its meaning.</param>
internal sealed record RoadColour(Ink Ink, string Meaning);
