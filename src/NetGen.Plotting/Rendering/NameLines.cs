using NetGen.Plotting.Figures;

namespace NetGen.Plotting.Rendering;

/// <summary>Where the names of lines stand.</summary>
internal static class NameLines
{
    /// <summary>The width of the piece of line in front of a name.</summary>
    public const float Sample = 16;

    private const float Gap = 18;

    /// <summary>Moves names apart as little as they need, and keeps them between top and bottom.</summary>
    /// <param name="wanted">Where the lines end, from the top.</param>
    /// <param name="height">The height of a name.</param>
    /// <param name="top">Where the first may stand.</param>
    /// <param name="bottom">Where the last may stand.</param>
    public static float[] Spread(IReadOnlyList<float> wanted, float height, float top, float bottom)
    {
        // Groups of names that touch, from the top: each stands with its middle where its lines end on average.
        Stack<(int Count, float Sum)> groups = [];
        foreach (float place in wanted)
        {
            (int Count, float Sum) group = (1, place);
            while (groups.TryPeek(out (int Count, float Sum) above) && Bottom(above) + height > First(group))
            {
                groups.Pop();
                group = (above.Count + group.Count, above.Sum + group.Sum);
            }

            groups.Push(group);
        }

        return [.. groups.Reverse().SelectMany(group => Enumerable.Range(0, group.Count).Select(index => First(group) + index * height))];

        float First((int Count, float Sum) group) =>
            Math.Max(top, Math.Min(group.Sum / group.Count - (group.Count - 1) * height / 2, bottom - (group.Count - 1) * height));

        float Bottom((int Count, float Sum) group) => First(group) + (group.Count - 1) * height;
    }

    /// <summary>The width of a name with its piece of line.</summary>
    public static float Width(Series series, float size) => Sample + 5 + FigureFont.Width(series.Label, size, bold: true) + Gap;

    /// <summary>Names line by line, as many in a line as have room.</summary>
    public static IEnumerable<IReadOnlyList<Series>> Fit(IReadOnlyList<Series> names, float width, float size)
    {
        List<Series> line = [];
        float taken = 0;
        foreach (Series series in names)
        {
            float more = Width(series, size);
            if (line.Count > 0 && taken + more - Gap > width)
            {
                yield return line;
                (line, taken) = ([], 0);
            }

            line.Add(series);
            taken += more;
        }

        if (line.Count > 0)
            yield return line;
    }
}
