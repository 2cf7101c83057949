namespace NetGen.Experiments.Running;

/// <summary>An option of an experiment of its own. What was chosen is kept as text; <see cref="Settings"/> reads it.</summary>
/// <param name="Name">Its name, such as <c>--data</c>.</param>
/// <param name="Description">What it decides.</param>
/// <param name="Standard">What it is unless told otherwise.</param>
internal abstract record ExperimentOption(string Name, string Description, string Standard)
{
    /// <summary>What can be chosen, in the words of a message: <c>one of fixed, fresh</c>.</summary>
    public abstract string Expected { get; }

    /// <summary>What stands behind its name in a help text.</summary>
    public abstract string Placeholder { get; }

    public abstract bool Accepts(string text);
}

/// <summary>An option with a few possible values.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it decides.</param>
/// <param name="Values">What can be chosen; the first is the default.</param>
internal sealed record Choice(string Name, string Description, params IReadOnlyList<string> Values)
    : ExperimentOption(Name, Description, Values[0])
{
    public override string Expected => $"one of {string.Join(", ", Values)}";

    public override string Placeholder => string.Join('|', Values);

    public override bool Accepts(string text) => Values.Contains(text);
}

/// <summary>An option that is a whole number.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it decides.</param>
/// <param name="Least">The least that is accepted.</param>
/// <param name="Most">The most that is accepted.</param>
/// <param name="Default">What it is unless told otherwise.</param>
internal sealed record WholeNumber(string Name, string Description, int Least, int Most, int Default)
    : ExperimentOption(Name, $"{Description} {Least} to {Most}.", Default.ToString(CultureInfo.InvariantCulture))
{
    public override string Expected => $"a whole number from {Least} to {Most}";

    public override string Placeholder => "N";

    public override bool Accepts(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) && value >= Least && value <= Most;
}

/// <summary>An option that is a number.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it decides.</param>
/// <param name="Least">The least that is accepted.</param>
/// <param name="Most">The most that is accepted.</param>
/// <param name="Default">What it is unless told otherwise.</param>
internal sealed record RealNumber(string Name, string Description, float Least, float Most, float Default)
    : ExperimentOption(
        Name, FormattableString.Invariant($"{Description} {Least} to {Most}."), Default.ToString(CultureInfo.InvariantCulture))
{
    public override string Expected => FormattableString.Invariant($"a number from {Least} to {Most}");

    public override string Placeholder => "X";

    public override bool Accepts(string text) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && value >= Least && value <= Most;
}

/// <summary>An option that is a folder to read from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What lies in it.</param>
/// <param name="Default">What it is unless told otherwise.</param>
internal sealed record Folder(string Name, string Description, string Default) : ExperimentOption(Name, Description, Default)
{
    public override string Expected => "the path of a folder";

    public override string Placeholder => "DIR";

    public override bool Accepts(string text) => !string.IsNullOrWhiteSpace(text) && text.IndexOfAny(Path.GetInvalidPathChars()) < 0;
}

/// <summary>An option that is a file of text to read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Default">What it is unless told otherwise.</param>
internal sealed record TextFile(string Name, string Description, string Default) : ExperimentOption(Name, Description, Default)
{
    public override string Expected => "the path of a file";

    public override string Placeholder => "FILE";

    public override bool Accepts(string text) => !string.IsNullOrWhiteSpace(text) && text.IndexOfAny(Path.GetInvalidPathChars()) < 0;
}

/// <summary>An option that is given or not.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it decides.</param>
internal sealed record Switch(string Name, string Description) : ExperimentOption(Name, Description, Off)
{
    public const string On = "true";
    public const string Off = "false";

    public override string Expected => $"{On}, {Off} or no value";

    public override string Placeholder => "";

    public override bool Accepts(string text) => text is On or Off;
}
