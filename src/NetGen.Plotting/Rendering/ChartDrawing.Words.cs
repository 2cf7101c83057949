using NetGen.Plotting.Figures;
using ScottPlot;
using Callout = NetGen.Plotting.Figures.Callout;

namespace NetGen.Plotting.Rendering;

/// <content>Names, notes and what is told of a place.</content>
internal sealed partial class ChartDrawing
{
    /// <summary>Rings around points worth a word, and words where they cover no line.</summary>
    private void WriteNotes(Pen pen)
    {
        NotePlaces places = new(
            pen.Data,
            [
                .. chart.Series.Select(
                    series =>
                        (IReadOnlyList<Pixel>)
                        [
                            .. series.Points.Concat(series.Predicted)
                                .Where(point => y.CanShow(point.Y))
                                .Select(point => At(pen, point.X, point.Y)),
                        ]),
                .. chart.Guides.Select(
                    guide =>
                        (IReadOnlyList<Pixel>)
                        [new Pixel(pen.Data.Left, Down(pen, guide.Y)), new Pixel(pen.Data.Right, Down(pen, guide.Y))]),
            ]);
        foreach (Callout callout in chart.Callouts)
        {
            Pixel at = y.CanShow(callout.Y) ? At(pen, callout.X, callout.Y) : new Pixel(Across(pen, callout.X), pen.Data.Bottom);
            pen.Ring(at, 6, Tone.Text, 1.6f);
            Pixel words = places.Beside(at, FigureFont.Width(callout.Label, NoteSize), NoteSize);
            pen.Write(callout.Label, words.X, words.Y, note with { Tone = Tone.Text });
        }

        foreach (Guide guide in chart.Guides.Where(static guide => guide.Label.Length > 0))
        {
            IReadOnlyList<string> lines = FigureFont.Wrap(guide.Label, NoteSize, 0.6f * pen.Data.Width);
            Pixel words = places.Along(
                Down(pen, guide.Y), lines.Max(static line => FigureFont.Width(line, NoteSize)), NoteSize, lines.Count);
            for (int line = 0; line < lines.Count; line++)
                pen.Write(lines[line], words.X, words.Y + line * NotePlaces.LineHeight * NoteSize, note);
        }

        if (chart.Series.Any(static series => series.Predicted.Count > 0))
        {
            float left = pen.Panel.Right - FigureFont.Width(chart.PredictionLabel, NoteSize);
            pen.Line(left - 34, pen.Data.Bottom + 36, left - 6, pen.Data.Bottom + 36, Tone.Muted, 1.7f, Dash.Dotted);
            pen.Write(chart.PredictionLabel, left, pen.Data.Bottom + 40, note);
        }
    }

    /// <summary>Names at the ends of the lines, moved apart where they would overlap.</summary>
    private void WriteNames(Pen pen)
    {
        (Series Series, float End)[] ends = 
        [
            // Lines that end together are told apart by where they come from.
            .. chart.Series.Select(series => (series, End(pen, series)))
                .OrderBy(static named => Math.Round(named.Item2 / 2))
                .ThenBy(named => MeanHeight(pen, named.series)),
        ];
        float[] places = NameLines.Spread([.. ends.Select(static named => named.End)], NameLine, pen.Data.Top, pen.Data.Bottom);
        foreach (((Series series, float end), float place) in ends.Zip(places))
        {
            Tone tone = Tones.Of(series.Ink);
            if (Math.Abs(place - end) > NameLine / 3)
                pen.Line(pen.Data.Right + 3, end, pen.Data.Right + 10, place, tone, 0.8f);
            pen.Write(series.Label, pen.Data.Right + 12, place + 4, new WordStyle(NameSize, tone, Bold: true));
        }
    }

    private void WriteLegend(Pen pen)
    {
        float top = pen.Panel.Top + Top + NameLine - 4;
        foreach (IReadOnlyList<Series> line in legend)
        {
            float left = pen.Panel.Left;
            foreach (Series series in line)
            {
                pen.Line(
                    left,
                    top - 4,
                    left + NameLines.Sample,
                    top - 4,
                    Tones.Of(series.Ink),
                    LineWidth,
                    series.Dashed ? Dash.Dashed : Dash.None);
                pen.Write(series.Label, left + NameLines.Sample + 5, top, new WordStyle(NameSize, Tones.Of(series.Ink), Bold: true));
                left += NameLines.Width(series, NameSize);
            }

            top += NameLine;
        }
    }

    private float End(Pen pen, Series series) =>
        series.Points.Where(point => y.CanShow(point.Y)).Select(point => (float?)Down(pen, point.Y)).LastOrDefault() ?? pen.Data.Bottom;

    private float MeanHeight(Pen pen, Series series) =>
        series.Points.Where(point => y.CanShow(point.Y)).Select(point => Down(pen, point.Y)).DefaultIfEmpty(0).Average();

    private IEnumerable<string> Describe(Series series, double place) =>
        from point in series.Points
        where point.X == place
        let prediction = string.Concat(
            series.Predicted.Where(one => one.X == place).Select(one => $"; {chart.PredictionLabel} {Number.Short(one.Y)}"))
        select point.Low == point.High
            ? $"{series.Label}: {Number.Short(point.Y)}{prediction}"
            : $"{series.Label}: {Number.Short(point.Y)} [{Number.Short(point.Low)}, {Number.Short(point.High)}]{prediction}";
}
