using ScottPlot;
using SkiaSharp;

namespace NetGen.Plotting.Rendering;

/// <summary>A panel as a ScottPlot plot.</summary>
internal abstract class PanelDrawing
{
    private const float TitleSize = 14;
    private const float TitleLine = 18;

    private readonly IReadOnlyList<string> title;

    /// <param name="title">What stands above it, or an empty string.</param>
    /// <param name="width">How wide it is, in pixels.</param>
    /// <param name="theme">What tones look like.</param>
    protected PanelDrawing(string title, float width, Theme theme)
    {
        this.title = FigureFont.Wrap(title, TitleSize, width, bold: true);
        Theme = theme;
        Plot.RenderManager.ClearCanvasBeforeEachRender = false;
        Plot.FigureBackground.Color = Colors.Transparent;
        Plot.DataBackground.Color = Colors.Transparent;
        Plot.HideGrid();
        foreach (IAxis axis in Plot.Axes.GetAxes())
        {
            axis.FrameLineStyle.Width = 0;
            axis.TickGenerator = new ScottPlot.TickGenerators.EmptyTickGenerator();
        }

        Plot.Axes.SetLimits(0, 1, 0, 1);
        OnTop(pen =>
        {
            for (int line = 0; line < this.title.Count; line++)
                pen.Write(
                    this.title[line],
                    pen.Panel.Left,
                    pen.Panel.Top + 14 + line * TitleLine,
                    new WordStyle(TitleSize, Tone.Text, Bold: true));
        });
    }

    /// <summary>How much room it needs to the left and to the right of where values lie.</summary>
    public virtual (float Left, float Right) Sides => (0, 0);

    /// <summary>How high it is.</summary>
    public float Height => Top + ContentHeight;

    /// <summary>What a reader sees who points at a place, once it is drawn.</summary>
    public virtual IEnumerable<Hint> Hints => [];

    protected Theme Theme { get; }

    protected Plot Plot { get; } = new();

    /// <summary>How high its title is.</summary>
    protected float Top => title.Count > 0 ? title.Count * TitleLine + 8 : 0;

    /// <summary>How high it is without its title.</summary>
    protected abstract float ContentHeight { get; }

    /// <summary>The room above and below where values lie.</summary>
    protected virtual (float Top, float Bottom) Ends => (0, 0);

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="box">The place it takes up.</param>
    /// <param name="sides">The room to the left and to the right of where values lie.</param>
    public void Draw(SKCanvas canvas, PixelRect box, (float Left, float Right) sides)
    {
        Plot.Layout.Fixed(new PixelPadding(sides.Left, sides.Right, Ends.Bottom, Top + Ends.Top));
        OnceRendered.Render(Plot, canvas, box);
    }

    /// <summary>Draws beneath what is added later, wherever in the panel.</summary>
    protected void Below(Action<Pen> draw) => Plot.Add.Plottable(new Sketch(Theme, draw, last: false));

    /// <summary>Draws over everything, wherever in the panel.</summary>
    protected void OnTop(Action<Pen> draw) => Plot.Add.Plottable(new Sketch(Theme, draw, last: true));
}

/// <summary>What a reader sees who points at a place.</summary>
/// <param name="Place">The place, in pixels.</param>
/// <param name="Text">Its lines.</param>
internal readonly record struct Hint(PixelRect Place, string Text);
