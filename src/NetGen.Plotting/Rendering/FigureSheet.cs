using NetGen.Plotting.Figures;
using ScottPlot;
using SkiaSharp;
using static NetGen.Plotting.Rendering.WordStyle;

namespace NetGen.Plotting.Rendering;

/// <summary>A whole figure on one sheet: title, subtitle, panels in rows, what they share, and the caption.</summary>
internal sealed class FigureSheet
{
    public const float Width = FigurePanels.Width + 2 * Margin;

    private const float Margin = 24;

    private static readonly WordStyle title = new(20, Tone.Text, Bold: true);
    private static readonly WordStyle subtitle = new(14, Tone.Muted);
    private static readonly WordStyle caption = new(12.5f, Tone.Muted);

    private readonly Theme theme;
    private readonly FigurePanels panels;
    private readonly List<(string Line, float Baseline, WordStyle Style)> words = [];
    private readonly List<(PanelDrawing Panel, float Left, float Top, float Width)> places = [];

    public FigureSheet(Figure figure, Theme theme)
    {
        this.theme = theme;
        panels = new FigurePanels(figure, theme, narrow: false);
        float y = Margin - 4;
        y = Add(figure.Title, title, y);
        y = Add(figure.Subtitle, subtitle, y + 2);
        y += 18;
        foreach (PanelDrawing[] row in panels.Panels.Chunk(panels.Columns))
        {
            places.AddRange(
                row.Select((panel, column) => (panel, Margin + column * (panels.PanelWidth + FigurePanels.Gap), y, panels.PanelWidth)));
            y += row.Max(static panel => panel.Height) + 20;
        }

        foreach (PanelDrawing key in panels.Keys)
        {
            places.Add((key, Margin, y, FigurePanels.Width));
            y += key.Height + 14;
        }

        Height = MathF.Ceiling(Add(figure.Caption, caption, y - 6) + Margin - 6);
    }

    public float Height { get; }

    /// <summary>What a reader sees who points at a place, once it is drawn.</summary>
    public IEnumerable<Hint> Hints => places.SelectMany(static place => place.Panel.Hints);

    public void Draw(SKCanvas canvas)
    {
        Plot words = new();
        words.Axes.SetLimits(0, 1, 0, 1);
        words.RenderManager.ClearCanvasBeforeEachRender = false;
        words.HideAxesAndGrid();
        words.Layout.Frameless();
        words.FigureBackground.Color = theme.Color(Tone.Paper);
        words.DataBackground.Color = Colors.Transparent;
        words.Add.Plottable(new Sketch(theme, Write, last: true));
        OnceRendered.Render(words, canvas, new PixelRect(0, Width, Height, 0));
        foreach ((PanelDrawing panel, float left, float top, float width) in places)
            panels.Draw(panel, canvas, left, top, width);
    }

    private void Write(Pen pen)
    {
        foreach ((string line, float baseline, WordStyle style) in words)
            pen.Write(line, Margin, baseline, style);
    }

    private float Add(string text, WordStyle style, float y)
    {
        foreach (string line in FigureFont.Wrap(text, style.Size, FigurePanels.Width, style.Bold))
            words.Add((line, y += style.Size * 1.38f, style));
        return y;
    }
}
