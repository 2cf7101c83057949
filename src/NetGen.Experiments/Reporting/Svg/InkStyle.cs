namespace NetGen.Experiments.Reporting.Svg;

/// <summary>The class by which the style sheet knows a colour.</summary>
internal static class InkStyle
{
    public static string Of(Ink ink) => ink switch
    {
        Ink.Vermillion => "vermillion",
        Ink.Blue => "blue",
        Ink.Green => "green",
        Ink.Purple => "purple",
        Ink.Orange => "orange",
        Ink.Sky => "sky",
        Ink.Grey => "grey",
        _ => "brown",
    };
}
