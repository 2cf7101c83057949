using NetGen.Plotting.Figures;
using ScottPlot;
using static NetGen.Plotting.Rendering.WordStyle;

namespace NetGen.Plotting.Rendering;

/// <summary>Says what the colours of heatmaps mean, once for all that share them.</summary>
internal sealed class ColourBar : PanelDrawing
{
    private const int Steps = 20;
    private const float Step = 8;
    private const float Thickness = 10;

    public ColourBar(Heatmap map, Theme theme)
        : base("", width: 0, theme)
    {
        Below(pen =>
        {
            WordStyle tick = new(12, Tone.Muted, Anchor: Middle);
            int first = map.Unsigned ? 0 : -Steps;
            float middle = (pen.Panel.Left + pen.Panel.Right) / 2;
            float left = middle - (Steps - first) * Step / 2;
            float right = middle + (Steps - first) * Step / 2;
            float top = pen.Panel.Top + 2;
            for (int step = first; step < Steps; step++)
            {
                // The colour of the middle of the step.
                double value = (step + 0.5) / Steps;
                pen.Fill(
                    new PixelRect(left + (step - first) * Step, left + (step - first + 1) * Step, top + Thickness, top),
                    value < 0 ? Tone.Vermillion : Tone.Blue,
                    Math.Abs(value));
            }

            pen.Frame(new PixelRect(left, right, top + Thickness, top), Tone.Axis);
            float baseline = top + Thickness + 15;
            pen.Write(map.Unsigned ? "0" : $"≤ −{Number.Tick(map.Limit)}", left, baseline, tick);
            if (!map.Unsigned)
                pen.Write("0", middle, baseline, tick);
            pen.Write($"≥ {Number.Tick(map.Limit)}", right, baseline, tick);
            pen.Write(map.ValueLabel, right + 34, top + Thickness, new WordStyle(13, Tone.Text));
        });
    }

    protected override float ContentHeight => 34;
}
