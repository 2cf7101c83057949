using NetGen.Plotting.Figures;
using NetGen.Plotting.Rendering;

namespace NetGen.Plotting;

/// <summary>
/// A figure of a network, to be saved as a picture. It is drawn in a font of its own, without a browser: the same numbers give the same
/// bytes, whatever fonts a machine has.
/// </summary>
public sealed class NetworkFigure
{
    internal NetworkFigure(Figure figure) => Figure = figure;

    internal Figure Figure { get; }

    /// <summary>The figure as a PNG file, 2160 pixels wide: twice its size, for fine screens.</summary>
    /// <param name="theme">The surroundings that it is drawn for.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="theme"/> is not a theme.</exception>
    public byte[] ToPng(FigureTheme theme = FigureTheme.Light) => FigurePng.Draw(Figure, theme switch
    {
        FigureTheme.Light => Theme.Light,
        FigureTheme.Dark => Theme.Dark,
        _ => throw new ArgumentOutOfRangeException(nameof(theme), theme, "Expected light or dark."),
    });

    /// <summary>
    /// The figure as an SVG document, 1080 units wide, for light and dark surroundings: a browser takes the ones that its reader prefers.
    /// It shows values under the pointer.
    /// </summary>
    public string ToSvg() => SvgFigure.Document(Figure) + "\n";

    /// <summary>Writes the figure as a PNG file.</summary>
    /// <param name="path">The file, which is replaced where it exists.</param>
    /// <param name="theme">The surroundings that it is drawn for.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SavePng(string path, FigureTheme theme = FigureTheme.Light)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        File.WriteAllBytes(path, ToPng(theme));
    }

    /// <summary>Writes the figure as an SVG file.</summary>
    /// <param name="path">The file, which is replaced where it exists.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void SaveSvg(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        File.WriteAllText(path, ToSvg());
    }
}
