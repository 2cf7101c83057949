using NetGen.Plotting.Figures;
using SkiaSharp;

namespace NetGen.Plotting.Rendering;

/// <summary>Draws a figure as a PNG picture, twice as large as it is told, for fine screens.</summary>
internal static class FigurePng
{
    private const int Scale = 2;

    public static byte[] Draw(Figure figure, Theme theme)
    {
        FigureSheet sheet = new(figure, theme);
        SKImageInfo info = new((int)FigureSheet.Width * Scale, (int)sheet.Height * Scale, SKColorType.Rgba8888, SKAlphaType.Premul);
        using SKSurface surface = SKSurface.Create(info)
            ?? throw new InvalidOperationException($"Skia has no surface of {info.Width} × {info.Height} pixels.");
        surface.Canvas.Scale(Scale);
        sheet.Draw(surface.Canvas);
        using SKPixmap pixels = surface.PeekPixels();
        using SKData? png = pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Sub, zLibLevel: 6));
        return png?.ToArray() ?? throw new InvalidOperationException($"Skia could not write \"{figure.Name}\" as PNG.");
    }
}
