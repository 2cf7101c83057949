using ScottPlot;

namespace NetGen.Plotting.Rendering;

/// <summary>Something drawn by hand into a plot.</summary>
internal sealed class Sketch(Theme theme, Action<Pen> draw, bool last) : IPlottable, IRenderLast
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = ScottPlot.Axes.Default;

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        if (last)
            return;
        rp.CanvasState.DisableClipping();
        draw(new Pen(rp, theme));
    }

    public void RenderLast(RenderPack rp)
    {
        if (last)
            draw(new Pen(rp, theme));
    }
}

/// <summary>A part of a plot that may reach beyond the axes by half its thickness: a line along the edge, a mark in the corner.</summary>
internal sealed class Unclipped(IPlottable inner) : IPlottable
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes
    {
        get => inner.Axes;
        set => inner.Axes = value;
    }

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => inner.GetAxisLimits();

    public void Render(RenderPack rp)
    {
        rp.CanvasState.DisableClipping();
        inner.Render(rp);
    }
}
