using System.Collections.Immutable;

namespace NetGen.Generator;

/// <summary>
/// A width of vectors that kernels are written for. A full tile is <see cref="TileRows"/> rows by two vectors: as many sums as registers hold
/// (32 of 512 bits, 16 of 256), so that every load feeds several multiply-adds.
/// </summary>
internal sealed record VectorWidth(int Bits, int TileRows)
{
    public static readonly ImmutableArray<VectorWidth> All =
        ImmutableArray.Create(new VectorWidth(512, TileRows: 8), new VectorWidth(256, TileRows: 6), new VectorWidth(128, TileRows: 6));

    /// <summary>The type with the operations, such as <c>Vector512</c>.</summary>
    public string Name { get; } = "Vector" + CodeWriter.Literal(Bits);

    /// <summary>The type of a vector.</summary>
    public string Type => Name + "<float>";

    /// <summary>The type arguments of the runtime's functions.</summary>
    public string Simd => $"Simd{CodeWriter.Literal(Bits)}, {Type}";

    /// <summary>A vector of zeros.</summary>
    public string Zero => Type + ".Zero";

    /// <summary>The class of its kernels.</summary>
    public string Class => "Kernels" + CodeWriter.Literal(Bits);

    /// <summary>The number of floats in a vector.</summary>
    public int Floats => Bits / 32;

    /// <summary>The number of columns of a tile of two vectors.</summary>
    public int Columns => 2 * Floats;

    /// <summary>The numbers of rows that there are tiles for, greatest first: full tiles, then at most one of each for the rows that are left.</summary>
    public ImmutableArray<int> Rows => ImmutableArray.Create(TileRows, 4, 2, 1);

    /// <summary>The unsigned integer that holds one bit for every column of a tile.</summary>
    public string BitsType => Columns switch { 32 => "uint", 16 => "ushort", _ => "byte" };
}
