namespace NetGen.Experiments.DissipatingInputs;

/// <summary>Two inputs that everybody can tell apart, pictures of 8 × 8 pixels.</summary>
internal static class HeartAndCross
{
    /// <summary>The size of a black and, negative, of a white pixel: as strong as numbers drawn uniformly from -1 to 1.</summary>
    public static float Strength { get; } = 1 / MathF.Sqrt(3);

    private static string[] Heart =>
    [
        ".##..##.",
        "########",
        "########",
        "########",
        ".######.",
        "..####..",
        "...##...",
        "........",
    ];

    private static string[] Cross =>
    [
        "##....##",
        "###..###",
        ".######.",
        "..####..",
        "..####..",
        ".######.",
        "###..###",
        "##....##",
    ];

    /// <summary>The pictures, row by row.</summary>
    public static IReadOnlyList<float[]> Inputs { get; } = [Pixels(Heart), Pixels(Cross)];

    private static float[] Pixels(string[] rows) =>
        [.. rows.SelectMany(static row => row).Select(static pixel => pixel == '#' ? Strength : -Strength)];
}
