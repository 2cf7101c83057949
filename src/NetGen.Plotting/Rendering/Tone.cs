using NetGen.Plotting.Figures;

namespace NetGen.Plotting.Rendering;

/// <summary>What a colour is for. A <see cref="Theme"/> says what it is.</summary>
internal enum Tone
{
    Paper,
    Text,
    Muted,
    Grid,
    Axis,
    Vermillion,
    Blue,
    Green,
    Purple,
    Orange,
    Sky,
    Grey,
    Brown,
}

/// <summary>How a line is broken up.</summary>
internal enum Dash
{
    None,
    Dashed,
    Dotted,
}

internal static class Tones
{
    public static Tone Of(Ink ink) => ink switch
    {
        Ink.Vermillion => Tone.Vermillion,
        Ink.Blue => Tone.Blue,
        Ink.Green => Tone.Green,
        Ink.Purple => Tone.Purple,
        Ink.Orange => Tone.Orange,
        Ink.Sky => Tone.Sky,
        Ink.Grey => Tone.Grey,
        Ink.Brown => Tone.Brown,
        _ => throw new ArgumentOutOfRangeException(nameof(ink), ink, "Expected a colour."),
    };
}
