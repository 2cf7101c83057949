using NetGen.Plotting.Rendering;

namespace NetGen.Experiments.Reporting;

/// <summary>All that is drawn of a figure.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Svg">On one sheet, as SVG.</param>
/// <param name="Light">On one sheet, as PNG for light surroundings.</param>
/// <param name="Dark">The same for dark ones.</param>
/// <param name="Page">For a page.</param>
internal sealed record DrawnFigure(Figure Figure, string Svg, byte[] Light, byte[] Dark, PageFigure Page)
{
    /// <summary>Draws figures, several side by side.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="finished">Is told how many are drawn.</param>
    /// <param name="stop">Stops it.</param>
    public static IReadOnlyList<DrawnFigure> Draw(IReadOnlyList<Figure> figures, Action<int> finished, CancellationToken stop)
    {
        int count = 0;
        return
        [
            .. figures.AsParallel().AsOrdered().WithCancellation(stop).Select(figure =>
            {
                string svg = SvgFigure.Document(figure) + "\n";
                byte[] light = FigurePng.Draw(figure, Theme.Light);
                byte[] dark = FigurePng.Draw(figure, Theme.Dark);
                DrawnFigure drawn = new(figure, svg, light, dark, PageFigure.Of(figure));
                finished(Interlocked.Increment(ref count));
                return drawn;
            }),
        ];
    }
}
