namespace NetGen.Generator.Tests;

/// <summary>What a network amounts to once its blocks and repetitions are written out.</summary>
internal sealed class Survey
{
    private readonly Dictionary<string, int> shortcuts = [];
    private readonly Dictionary<string, (Shape Input, bool Frozen)> shared = [];

    /// <summary>The number of layers.</summary>
    public int Layers { get; private set; }

    /// <summary>The number of weights of Linear layers, shared ones as often as they are used.</summary>
    public long Weights { get; private set; }

    /// <summary>The number of products of all Linear layers, for one example.</summary>
    public long Products { get; private set; }

    /// <summary>Whether a Linear is trained.</summary>
    public bool Trains { get; private set; }

    /// <summary>Whether what comes now is frozen.</summary>
    public bool Frozen { get; set; }

    /// <summary>Counts a layer.</summary>
    public void Count(int weights = 0, int positions = 1)
    {
        Layers++;
        Weights += weights;
        Products += (long)weights * positions;
        Trains |= weights > 0 && !Frozen;
    }

    /// <summary>Counts a shortcut.</summary>
    public void Count(string shortcut) => shortcuts[shortcut] = CountOf(shortcut) + 1;

    /// <summary>The number of shortcuts of a kind.</summary>
    public int CountOf(string shortcut) => shortcuts.GetValueOrDefault(shortcut);

    /// <summary>Whether a block's shared uses get inputs of one shape, and are all frozen or none.</summary>
    public bool Shares(DrawnBlock block, Shape input) =>
        shared.TryAdd(block.Name, (input, Frozen)) || shared[block.Name] == (input, Frozen);
}
