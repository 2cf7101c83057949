namespace NetGen.Generator;

/// <summary>
/// How tensors lie in memory: the same numbers as <c>NetGen.CompilerServices.Layout</c> in the runtime, which explains them.
/// </summary>
internal static class Layout
{
    public const int PanelWidth = 32;

    public static int Panels(int width) => checked(width + (PanelWidth - 1)) / PanelWidth;

    public static int RowStride(int width) => checked(Panels(width) * PanelWidth + (width > 128 ? PanelWidth / 2 : 0));
}
