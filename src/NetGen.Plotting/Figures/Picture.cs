namespace NetGen.Plotting.Figures;

/// <summary>A square picture.</summary>
/// <param name="Pixels">Row by row, from -1 to 1; what lies beyond is shown as these.</param>
internal sealed record Picture(IReadOnlyList<double> Pixels)
{
    /// <summary>
    /// Whether it shows numbers as a heatmap does, one colour for positive and one for negative, rather than shades from -1, white, to 1,
    /// black.
    /// </summary>
    public bool Signed { get; init; }
}
