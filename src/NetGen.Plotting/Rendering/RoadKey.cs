using NetGen.Plotting.Figures;
using ScottPlot;
using static NetGen.Plotting.Rendering.WordStyle;

namespace NetGen.Plotting.Rendering;

/// <summary>How wide the roads of a diagram are.</summary>
internal static class RoadWidth
{
    public const double Widest = 15;

    private const double Thinnest = 0.8;

    public static double Of(PathDiagram diagram, double value, double widest = Widest) =>
        Thinnest + (widest - Thinnest) * Math.Clamp(Math.Log(value / diagram.Least) / Math.Log(diagram.Most / diagram.Least), 0, 1);
}

/// <summary>Says how wide a few values are and what the colours of roads mean, once for all diagrams of a figure.</summary>
internal sealed class RoadKey : PanelDrawing
{
    private const int Samples = 4;
    private const float SampleStep = 82;
    private const float SampleWidth = 30;
    private const float LineHeight = 22;

    private readonly bool narrow;
    private readonly int colours;

    public RoadKey(PathDiagram diagram, Theme theme, bool narrow)
        : base("", width: 0, theme)
    {
        this.narrow = narrow;
        colours = diagram.Colours.Count;
        Below(pen =>
        {
            float x = pen.Panel.Left;
            float baseline = pen.Panel.Top + 14;
            foreach ((Ink ink, string meaning) in diagram.Colours)
            {
                pen.Fill(new PixelRect(x, x + 18, baseline, baseline - 9), Tones.Of(ink));
                pen.Write(meaning, x + 24, baseline, new WordStyle(12, Tone.Text));
                (x, baseline) = narrow ? (x, baseline + LineHeight) : (x + 24 + FigureFont.Width(meaning, 12) + 22, baseline);
            }

            WriteWidths(pen, diagram, narrow ? pen.Panel.Left : pen.Panel.Right - Samples * SampleStep, baseline);
        });
    }

    protected override float ContentHeight => narrow ? (colours + 2) * LineHeight : LineHeight;

    private void WriteWidths(Pen pen, PathDiagram diagram, float x, float baseline)
    {
        double lowest = Math.Log10(diagram.Least);
        double step = (Math.Log10(diagram.Most) - lowest) / (Samples - 1);
        int[] exponents = [.. Enumerable.Range(0, Samples).Select(sample => (int)Math.Round(lowest + sample * step)).Reverse().Distinct()];
        if (narrow)
        {
            pen.Write(diagram.ValueLabel, x, baseline, new WordStyle(12, Tone.Text));
            baseline += LineHeight;
        }
        else
        {
            pen.Write(diagram.ValueLabel, x - 12, baseline, new WordStyle(12, Tone.Text, Anchor: End));
        }

        foreach ((int exponent, string power) in exponents.Zip(Number.PowersOfTen(exponents)))
        {
            pen.Line(x, baseline - 4, x + SampleWidth, baseline - 4, Tone.Muted, (float)RoadWidth.Of(diagram, Math.Pow(10, exponent)));
            pen.Write(power, x + SampleWidth + 6, baseline, new WordStyle(12, Tone.Muted));
            x += SampleStep;
        }
    }
}
