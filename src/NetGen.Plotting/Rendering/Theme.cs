using ScottPlot;

namespace NetGen.Plotting.Rendering;

/// <summary>What tones look like.</summary>
internal abstract class Theme
{
    /// <summary>For light surroundings.</summary>
    public static Theme Light { get; } = new Painted(
        "#ffffff",
        "#1b1f24",
        "#59636e",
        "#e3e6ea",
        "#8b949e",
        "#d55e00",
        "#0072b2",
        "#00815c",
        "#b0568c",
        "#b87a00",
        "#2a93c9",
        "#6b7683",
        "#7a4b2a");

    /// <summary>For dark surroundings.</summary>
    public static Theme Dark { get; } = new Painted(
        "#0f1419",
        "#e6e9ed",
        "#9aa4af",
        "#252c35",
        "#5d6875",
        "#ff8a3d",
        "#56b4e9",
        "#2fce9e",
        "#e29cc6",
        "#f0c060",
        "#9fd8f5",
        "#a9b3be",
        "#c99a74");

    /// <summary>For a drawing whose tones and dashes are told from its colours afterwards: <see cref="SvgFigure"/>.</summary>
    public static Theme Coded { get; } = new Code();

    public abstract Color Color(Tone tone, Dash dash = Dash.None);

    /// <summary>Sets the colour and the dashes of a line.</summary>
    public abstract LinePattern Pattern(Dash dash);

    /// <summary>The pieces and gaps of a broken line, in pixels.</summary>
    public static float[] Intervals(Dash dash) => dash switch
    {
        Dash.None => [],
        Dash.Dashed => [7, 4],
        Dash.Dotted => [2, 3.5f],
        _ => throw new ArgumentOutOfRangeException(nameof(dash), dash, "Expected a kind of line."),
    };

    /// <summary>The tone and the dashes that a colour of <see cref="Coded"/> stands for.</summary>
    public static (Tone Tone, Dash Dash) Decode(string colour) =>
        Code.Meanings.TryGetValue(colour.ToUpperInvariant(), out (Tone, Dash) meaning)
            ? meaning
            : throw new InvalidOperationException($"Expected a colour that a figure is drawn with, got {colour}.");

    private sealed class Painted(params string[] colours) : Theme
    {
        private readonly Color[] colours = [.. colours.Select(static colour => new Color(colour))];

        public override Color Color(Tone tone, Dash dash) => colours[(int)tone];

        public override LinePattern Pattern(Dash dash) => new(Intervals(dash), 0, $"{dash}");
    }

    /// <summary>Skia's SVG keeps colours as they are, but draws every dash as a polygon of its own. So lines are whole here.</summary>
    private sealed class Code : Theme
    {
        public static Dictionary<string, (Tone, Dash)> Meanings { get; } =
            (from tone in Enum.GetValues<Tone>() from dash in Enum.GetValues<Dash>() select (tone, dash)).ToDictionary(
                static meaning => $"#{Red(meaning.tone):X2}{Green(meaning.dash):X2}{Blue:X2}");

        private const byte Blue = 0x5B;

        public override Color Color(Tone tone, Dash dash) => new(Red(tone), Green(dash), Blue);

        public override LinePattern Pattern(Dash dash) => LinePattern.Solid;

        private static byte Red(Tone tone) => (byte)(0x10 + (int)tone);

        private static byte Green(Dash dash) => (byte)(0x20 + (int)dash);
    }
}
