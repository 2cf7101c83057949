namespace NetGen.Generator.Tests;

/// <summary>What decides in declarations that are drawn at random.</summary>
internal sealed class Dice(int seed)
{
    // A mistake hides others, so that most of a declaration has to be right for the rest of it to be read.
    private readonly double hostileShare = (seed % 4) switch { 0 => 0.01, 1 => 0.03, 2 => 0.06, _ => 0.12 };

    private readonly SeededRandom random = new(seed);

    public bool IsHostile() => Chance(hostileShare);

    public bool Chance(double probability) => random.NextSingle() < probability;

    public int Below(int end) => random.NextInt32(end);

    public T Pick<T>(params T[] choices) => choices[random.NextInt32(choices.Length)];

    /// <summary>What is usual, or else one of what is hostile.</summary>
    public string Mostly(string usual, string[] hostile) => IsHostile() ? Pick(hostile) : usual;
}
