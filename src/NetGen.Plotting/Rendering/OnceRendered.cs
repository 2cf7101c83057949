using ScottPlot;
using ScottPlot.Rendering.RenderActions;
using SkiaSharp;

namespace NetGen.Plotting.Rendering;

/// <summary>
/// Renders a plot once. ScottPlot renders again whenever the limits of axes have changed since the last time, as at the first time, and an
/// SVG would hold everything twice. So the first time only lays out.
/// </summary>
internal static class OnceRendered
{
    public static void Render(Plot plot, SKCanvas canvas, PixelRect box)
    {
        List<IRenderAction> actions = plot.RenderManager.RenderActions;
        IRenderAction[] all = [.. actions];
        actions.RemoveAll(static action => action is not (ReplaceNullAxesWithDefaults or CalculateLayout));
        plot.Render(canvas, box);
        actions.Clear();
        actions.AddRange(all);
        plot.Render(canvas, box);
    }
}
