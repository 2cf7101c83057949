using NetGen.Generator.Writing;

namespace NetGen.Generator.Kernels;

/// <summary>
/// The shape of a tile, rows by vectors. Two vectors are the rule. One is enough where the last panel is at most half full; four let one
/// or two rows have as many independent sums as it takes to hide the latency of a multiply-add.
/// </summary>
internal readonly record struct Tile(int Rows, int Vectors = 2)
{
    /// <summary>
    /// The full tiles of 512 bits and of narrower vectors: as many sums as 32 or 16 registers hold, so that every load feeds several
    /// multiply-adds.
    /// </summary>
    public static readonly Tile Full = new(8), Narrow = new(6);

    /// <summary>
    /// A full tile of 512 bits for a panel that is at most half full. Narrower vectors take a panel in parts, and leave out those without a
    /// column.
    /// </summary>
    public static readonly Tile Half = new(8, Vectors: 1);

    /// <summary>
    /// Eight pixels and as many in another image or in another half of theirs, whose addresses are as far from those of the first: a vector
    /// of 512 bits then has sums enough for a narrow row.
    /// </summary>
    public static readonly Tile Pairs = new(8, Vectors: 1) { InPairs = true };

    /// <summary>
    /// Four outputs by three vectors of inputs: where a row of outputs is one vector of 512 bits, inputs are neighbours in its place.
    /// </summary>
    public static readonly Tile Turned = new(4, Vectors: 3);

    /// <summary>The tiles for rows that are left, greatest first: at most one of each.</summary>
    public static readonly IReadOnlyList<Tile> Rest = [new(4), new(2), new(1)];

    /// <summary>The tiles for the last rows, fewer than four, with twice the columns.</summary>
    public static readonly IReadOnlyList<Tile> Wide = [new(2, Vectors: 4), new(1, Vectors: 4)];

    /// <summary>Whether it has each row twice.</summary>
    public bool InPairs { get; private init; }

    /// <summary>What the name of its method ends with.</summary>
    public string Suffix => Numbers.Literal(Rows) + Vectors switch
    {
        1 => InPairs ? "Pairs" : "Half",
        2 => "",
        4 => "Wide",
        _ => throw new InvalidOperationException($"{this} has no name."),
    };

    /// <summary>The names of its sums in a row.</summary>
    public IEnumerable<string> Sums(int row) => Enumerable.Range(0, Vectors).Select(vector => $"v{row}{vector}");
}
