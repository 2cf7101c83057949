using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// Neighbouring panels of a weight whose gradients are computed together, so that what they sum over is read once: as many as stay in the
/// second-level cache. Of their parts, some are the thread's own, next to each other. A panel of a convolution has a part for each row of
/// the window; another is one part.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct PanelRun
{
    private const int MostFloats = 48 * 1024;

    private readonly int parts, firstPart, endPart;

    private PanelRun(int next, int parts, int firstPart, int endPart)
    {
        Next = next;
        this.parts = parts;
        this.firstPart = firstPart;
        this.endPart = endPart;
    }

    /// <summary>The panel behind the last.</summary>
    public int Next { get; }

    /// <summary>The first panel of which the thread has parts.</summary>
    public int First => firstPart / parts;

    /// <summary>The panel behind the last of these.</summary>
    public int End => (endPart + parts - 1) / parts;

    /// <summary>A run of panels, all parts of which are the thread's own.</summary>
    /// <param name="panel">The first panel.</param>
    /// <param name="outputs">The columns of all panels of the weight.</param>
    /// <param name="length">How many inputs a part of a panel has.</param>
    /// <param name="parts">How many parts a panel has.</param>
    public static PanelRun From(int panel, int outputs, int length, int parts)
    {
        int together = Math.Max(1, MostFloats / (Layout.PanelWidth * length * parts));
        int next = Math.Min(Layout.Panels(outputs), panel + together);
        return new PanelRun(next, parts, panel * parts, next * parts);
    }

    /// <summary>A run of panels that threads share.</summary>
    /// <param name="panel">The first panel.</param>
    /// <param name="outputs">The columns of all panels of the weight.</param>
    /// <param name="length">How many inputs a part of a panel has.</param>
    /// <param name="parts">How many parts a panel has.</param>
    /// <param name="rows">How many rows the gradients are sums over.</param>
    /// <param name="update">Knows which parts are the thread's own.</param>
    public static PanelRun From<TUpdate>(int panel, int outputs, int length, int parts, int rows, ref TUpdate update)
        where TUpdate : struct, IParameterUpdate
    {
        PanelRun all = From(panel, outputs, length, parts);
        int first = all.firstPart, end = all.firstPart;
        for (int part = all.firstPart; part < all.endPart; part++)
        {
            int columns = Math.Min(Layout.PanelWidth, outputs - part / parts * Layout.PanelWidth);
            if (!update.Takes((long)columns * length * rows))
                continue;
            if (first == end)
                first = part;
            end = part + 1;
        }

        return new PanelRun(all.Next, parts, first, end);
    }

    /// <summary>The first part of a panel that is the thread's own.</summary>
    public int FirstPart(int panel) => Math.Max(0, firstPart - panel * parts);

    /// <summary>The part of a panel behind the last that is the thread's own.</summary>
    public int EndPart(int panel) => Math.Min(parts, endPart - panel * parts);

    /// <summary>Whether the thread has the last part of a panel: then it has the bias, too.</summary>
    public bool EndsPanel(int panel) => EndPart(panel) == parts;
}
