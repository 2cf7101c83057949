namespace NetGen.Experiments.Running;

/// <summary>What an experiment was told.</summary>
/// <param name="FirstSeed">The seed of the first run.</param>
/// <param name="Seeds">How many seeds, one after another.</param>
/// <param name="Steps">Steps of a training.</param>
/// <param name="Batch">Examples of a step.</param>
/// <param name="Folder">Where results go.</param>
/// <param name="Options">The experiment's own options and what was chosen, as text that the options accept.</param>
internal sealed record Settings(int FirstSeed, int Seeds, int Steps, int Batch, string Folder, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>What stood behind the name of the experiment.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The names of the options that were typed: what the others are goes without saying.</summary>
    public IReadOnlyList<string> Typed { get; init; } = [];

    public IEnumerable<int> AllSeeds => Enumerable.Range(FirstSeed, Seeds);

    /// <summary>The seeds in words: <c>0</c>, or <c>0 to 2</c>.</summary>
    public string SeedsInWords => Seeds == 1 ? $"{FirstSeed}" : $"{FirstSeed} to {FirstSeed + Seeds - 1}";

    public string this[Choice option] => Options[option.Name];

    public int this[WholeNumber option] => int.Parse(Options[option.Name], CultureInfo.InvariantCulture);

    public float this[RealNumber option] => float.Parse(Options[option.Name], CultureInfo.InvariantCulture);

    public string this[Folder option] => Options[option.Name];

    public string this[TextFile option] => Options[option.Name];

    public bool this[Switch option] => Options[option.Name] == Switch.On;
}
