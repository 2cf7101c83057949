namespace NetGen.Generator;

/// <summary>
/// The shape of a tile, rows by vectors. Two vectors are the rule. One is enough where the last panel is at most half full; four let one or two rows have as
/// many independent sums as it takes to hide the latency of a multiply-add.
/// </summary>
internal readonly record struct Tile(int Rows, int Vectors = 2)
{
    /// <summary>What the name of its method ends with.</summary>
    public string Suffix => CodeWriter.Literal(Rows) + Vectors switch { 1 => "Half", 4 => "Wide", _ => "" };

    /// <summary>The names of its sums in a row.</summary>
    public IEnumerable<string> Sums(int row) => Enumerable.Range(0, Vectors).Select(vector => $"v{row}{vector}");
}
