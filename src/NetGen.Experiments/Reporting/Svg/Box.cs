namespace NetGen.Experiments.Reporting.Svg;

/// <summary>A part of the drawing surface.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    public Box Inset(double left, double top, double right, double bottom) => new(Left + left, Top + top, Right - right, Bottom - bottom);
}
