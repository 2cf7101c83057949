namespace NetGen.Experiments.Attention;

/// <summary>Characters as tokens: the end of a line, the printable ones of ASCII, and one for all others.</summary>
internal static class Characters
{
    public const int Count = Other + 1;

    private const int Other = '~' - ' ' + 2;

    public static int[] Tokens(string text) => [.. text.ReplaceLineEndings("\n").Select(Token)];

    public static string Text(IEnumerable<int> tokens) => string.Concat(tokens.Select(Character));

    /// <summary>A character that can be seen: a dot for a space, and a sign for the end of a line.</summary>
    public static string Visible(int token) => Character(token) switch
    {
        ' ' => "·",
        '\n' => "¶",
        var character => $"{character}",
    };

    private static int Token(char character) => character switch
    {
        '\n' => 0,
        >= ' ' and <= '~' => character - ' ' + 1,
        _ => Other,
    };

    private static char Character(int token) => token switch
    {
        0 => '\n',
        Other => '¤',
        _ => (char)(' ' + token - 1),
    };
}
