using ScottPlot;

namespace NetGen.Plotting.Rendering;

/// <summary>Finds places for words among lines, where they cover as few lines as possible.</summary>
/// <param name="data">Where words may stand.</param>
/// <param name="lines">The lines, from left to right.</param>
internal sealed class NotePlaces(PixelRect data, IReadOnlyList<IReadOnlyList<Pixel>> lines)
{
    /// <summary>The distance between baselines, in sizes of the font.</summary>
    public const float LineHeight = 1.25f;

    private const float Step = 3;
    private const float Gap = 5;

    private readonly List<Pixel> taken = [.. lines.SelectMany(Dots)];

    /// <summary>
    /// Where the baseline of words begins that belong to a horizontal line: beside it, at the right end if they cover no line there.
    /// </summary>
    public Pixel Along(float line, float width, float size, int count)
    {
        const int places = 12;
        float room = Math.Max(0, data.Right - data.Left - width - 2 * Gap);
        float more = (count - 1) * LineHeight * size;
        return Best(
            width,
            size,
            more,
            from place in Enumerable.Range(0, places + 1)
            from baseline in new[] { line + size + Gap - 1, line - Gap - more }
            select new Pixel(data.Right - Gap - width - room * place / places, baseline));
    }

    /// <summary>Where the baseline of words begins that belong to a point.</summary>
    public Pixel Beside(Pixel point, float width, float size)
    {
        const float away = 12;
        float[] lefts = [point.X + away, point.X - away - width, point.X - width / 2];
        float[] baselines = [point.Y + size / 3, point.Y - away, point.Y + away + size, point.Y - 2 * away, point.Y + 2 * away + size];
        return Best(width, size, more: 0, from baseline in baselines from left in lefts select new Pixel(left, baseline));
    }

    private Pixel Best(float width, float size, float more, IEnumerable<Pixel> candidates)
    {
        Pixel best = candidates.MinBy(candidate => Cost(Box(candidate, width, size, more)));
        PixelRect box = Box(best, width, size, more);
        for (float left = box.Left; left <= box.Right; left += Step)
            taken.AddRange([new Pixel(left, box.Top), new Pixel(left, (box.Top + box.Bottom) / 2), new Pixel(left, box.Bottom)]);
        return best;
    }

    private static PixelRect Box(Pixel baseline, float width, float size, float more) =>
        new(baseline.X - 2, baseline.X + width + 2, baseline.Y + more + size / 3, baseline.Y - size);

    /// <summary>How many dots it covers; to leave the place where words may stand is worse.</summary>
    private int Cost(PixelRect box)
    {
        int outside = box.Left < data.Left || box.Right > data.Right || box.Top < data.Top || box.Bottom > data.Bottom ? 1000 : 0;
        return outside + taken.Count(dot => dot.X >= box.Left && dot.X <= box.Right && dot.Y >= box.Top && dot.Y <= box.Bottom);
    }

    private static IEnumerable<Pixel> Dots(IReadOnlyList<Pixel> line)
    {
        foreach ((Pixel from, Pixel to) in line.Zip(line.Skip(1)))
        {
            int pieces = Math.Max(1, (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / Step));
            for (int piece = 0; piece < pieces; piece++)
                yield return new Pixel(from.X + (to.X - from.X) * piece / pieces, from.Y + (to.Y - from.Y) * piece / pieces);
        }

        if (line.Count > 0)
            yield return line[^1];
    }
}
