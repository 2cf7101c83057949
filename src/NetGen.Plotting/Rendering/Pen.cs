using ScottPlot;
using SkiaSharp;

namespace NetGen.Plotting.Rendering;

/// <summary>Draws words and simple shapes at places in pixels.</summary>
internal sealed class Pen(RenderPack pack, Theme theme)
{
    /// <summary>Where values lie.</summary>
    public PixelRect Data => pack.DataRect;

    /// <summary>The whole panel.</summary>
    public PixelRect Panel => pack.FigureRect;

    /// <summary>Writes a line of text on its baseline.</summary>
    public void Write(string text, float x, float y, WordStyle style)
    {
        Paint paint = pack.Paint;
        paint.SKTypeface = FigureFont.Shown(text, style.Bold);
        paint.TextSize = style.Size;
        paint.Bold = false;
        paint.SubpixelText = true;
        paint.SKFont.LinearMetrics = true;
        paint.SKFont.Hinting = SKFontHinting.None;
        paint.IsStroke = false;
        paint.IsAntialias = true;
        paint.SKPathEffect = null!;
        paint.SKShader = null;
        paint.Color = theme.Color(style.Tone);
        float left = x - style.Anchor * FigureFont.Width(text, style.Size, style.Bold);
        ScottPlot.Drawing.DrawText(pack.Canvas, text, new Pixel(left, y), paint);
    }

    /// <summary>Writes a line of text that reads upwards; its anchor lies at a place.</summary>
    public void WriteUpwards(string text, float x, float y, WordStyle style)
    {
        pack.Canvas.Save();
        pack.Canvas.Translate(x, y);
        pack.Canvas.RotateDegrees(-90);
        Write(text, 0, 0, style);
        pack.Canvas.Restore();
    }

    public void Line(float x1, float y1, float x2, float y2, Tone tone, float width, Dash dash = Dash.None) =>
        ScottPlot.Drawing.DrawLine(pack.Canvas, pack.Paint, new PixelLine(x1, y1, x2, y2), Style(tone, width, dash));

    public void Lines(IEnumerable<Pixel> points, Tone tone, float width, Dash dash = Dash.None, float opacity = 1) =>
        ScottPlot.Drawing.DrawLines(pack.Canvas, pack.Paint, points, Style(tone, width, dash, opacity));

    public void Fill(PixelRect rectangle, Tone tone, double opacity = 1) =>
        ScottPlot.Drawing.FillRectangle(
            pack.Canvas, rectangle, pack.Paint, new FillStyle { Color = Seen(tone, opacity), AntiAlias = false });

    /// <summary>Fills rectangles, none of which covers another, as one shape.</summary>
    public void Fill(IEnumerable<PixelRect> rectangles, Tone tone, double opacity)
    {
        using SKPath path = new();
        foreach (PixelRect rectangle in rectangles)
            path.AddRect(new SKRect(rectangle.Left, rectangle.Top, rectangle.Right, rectangle.Bottom));
        using SKPaint paint = new() { Color = Seen(tone, opacity).ToSKColor(), IsAntialias = false };
        pack.Canvas.DrawPath(path, paint);
    }

    public void Fill(IEnumerable<Pixel> outline, Tone tone, double opacity = 1) =>
        ScottPlot.Drawing.FillPath(pack.Canvas, pack.Paint, outline, new FillStyle { Color = Seen(tone, opacity) });

    public void Frame(PixelRect rectangle, Tone tone) =>
        ScottPlot.Drawing.DrawRectangle(pack.Canvas, rectangle, pack.Paint, Style(tone, 1, Dash.None));

    public void Ring(Pixel centre, float radius, Tone tone, float width) =>
        ScottPlot.Drawing.DrawCircle(pack.Canvas, centre, radius, Style(tone, width, Dash.None), pack.Paint);

    private LineStyle Style(Tone tone, float width, Dash dash, float opacity = 1) => new(
        width, theme.Color(tone, dash).WithAlpha(opacity), theme.Pattern(dash))
    {
        StrokeJoin = SKStrokeJoin.Round,
    };

    private Color Seen(Tone tone, double opacity) => theme.Color(tone).WithAlpha(opacity);
}

/// <summary>How words look.</summary>
internal readonly record struct WordStyle(float Size, Tone Tone, bool Bold = false, float Anchor = WordStyle.Start)
{
    public const float Start = 0;
    public const float Middle = 0.5f;
    public const float End = 1;
}
