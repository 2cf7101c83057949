namespace NetGen.Experiments.Attention;

/// <summary>A training on text.</summary>
/// <param name="Checks">What it knows of text that is held out, some times in its course.</param>
/// <param name="Written">What it writes after it.</param>
/// <param name="Maps">Where each head looks at in a line of text, by layer and head: rows of queries over keys.</param>
/// <param name="Line">The characters of that line.</param>
internal sealed record TextRun(
    string Setup,
    string Network,
    int Seed,
    int Steps,
    IReadOnlyList<float> Losses,
    [property: JsonPropertyOrder(1)] IReadOnlyList<TextCheck> Checks,
    [property: JsonPropertyOrder(1)] string Written,
    Look Start,
    Look End,
    [property: JsonIgnore] IReadOnlyList<IReadOnlyList<double[][]>> Maps,
    [property: JsonIgnore] IReadOnlyList<string> Line)
    : TransformerRun(Setup, Network, Seed, Steps, Losses, Start, End)
{
    /// <summary>Bits of a character of the text that is held out, after the last step.</summary>
    public double Bits => Checks[^1].Bits;
}

/// <summary>What a network knows of text that is held out.</summary>
/// <param name="Step">After so many steps.</param>
/// <param name="Bits">The mean of <c>-log₂ p</c> of a character.</param>
internal readonly record struct TextCheck(int Step, double Bits);
