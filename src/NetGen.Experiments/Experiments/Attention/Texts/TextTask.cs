namespace NetGen.Experiments.Attention;

/// <summary>A text to train with and one to test with: every tenth stretch of it is held out.</summary>
internal sealed class TextTask
{
    /// <summary>How many characters are looked at together.</summary>
    public const int Length = 64;

    private const int Stretch = 2048;
    private const int HeldOutEvery = 10;

    /// <summary>So many windows of the text that is held out are enough to measure by.</summary>
    private const int MostWindows = 512;

    private readonly int[] training;
    private readonly int[] heldOut;

    /// <param name="name">What the text is.</param>
    /// <param name="text">The text.</param>
    public TextTask(string name, string text)
    {
        Name = name;
        int[][] stretches = [.. Characters.Tokens(text).Chunk(Stretch)];
        training = [.. stretches.Where(static (_, index) => !IsHeldOut(index)).SelectMany(static stretch => stretch)];
        heldOut = [.. stretches.Where(static (_, index) => IsHeldOut(index)).SelectMany(static stretch => stretch)];
        int all = Math.Max(0, heldOut.Length - 1) / Length;
        int windows = Math.Min(all, MostWindows);
        for (int window = 0; window < windows; window++)
        {
            int start = (int)((long)window * all / windows) * Length;
            Tokens.AddRange(heldOut.AsSpan(start, Length));
            Labels.AddRange(heldOut.AsSpan(start + 1, Length));
        }
    }

    public string Name { get; }

    public int TrainingCount => training.Length;

    public int HeldOutCount => heldOut.Length;

    /// <summary>Windows of the text that is held out, one behind the other.</summary>
    public List<int> Tokens { get; } = [];

    /// <summary>What comes next at each of their places.</summary>
    public List<int> Labels { get; } = [];

    public int Windows => Tokens.Count / Length;

    /// <summary>What single characters say of the text that is held out, in bits a character.</summary>
    public double BitsAlone => CharacterCounts.BitsAlone(training, heldOut);

    /// <summary>What pairs of characters say of it.</summary>
    public double BitsOfPairs => CharacterCounts.BitsBehindAnother(training, heldOut);

    /// <summary>Why nothing can be learned from the text, or null.</summary>
    public string? Objection => heldOut.Length > Length
        ? null
        : $"Expected a text of at least {Stretch * (HeldOutEvery - 1) + Length + 1} characters, got {training.Length + heldOut.Length}.";

    /// <summary>Reads a text.</summary>
    /// <param name="source">A file, or <see cref="ProjectDocs.Name"/> for the pages of the documentation.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static TextTask Load(string source) => source == ProjectDocs.Name
        ? new TextTask(source, ProjectDocs.Read())
        : new TextTask(Path.GetFileName(source), File.ReadAllText(source));

    /// <summary>Why a text cannot be read or nothing can be learned from it, or null.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="source">What was named.</param>
    public static string? ObjectionTo(string option, string source)
    {
        string? objection;
        try
        {
            objection = Load(source).Objection;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            objection = exception.Message;
        }

        return objection is null ? null : $"{option}: {objection}";
    }

    /// <summary>A batch of windows out of the text to train with.</summary>
    /// <param name="random">Chooses them.</param>
    /// <param name="tokens">Receives them, one behind the other.</param>
    /// <param name="labels">Receives what comes next at each place.</param>
    public void Next(SeededRandom random, Span<int> tokens, Span<int> labels)
    {
        for (int place = 0; place < tokens.Length; place += Length)
        {
            int start = random.NextInt32(training.Length - Length);
            training.AsSpan(start, Length).CopyTo(tokens[place..]);
            training.AsSpan(start + 1, Length).CopyTo(labels[place..]);
        }
    }

    private static bool IsHeldOut(int stretch) => stretch % HeldOutEvery == HeldOutEvery - 1;
}
