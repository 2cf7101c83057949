using System.Globalization;

namespace NetGen.Generator.Model;

/// <summary>
/// The shape of a tensor: its dimensions, without the batch where <paramref name="Batched"/>. A batched value of <c>n</c> examples is a
/// matrix of <c>n × </c><see cref="Positions"/> rows by <see cref="Width"/> columns: a vector has one position, an image
/// <c>[H, W, C]</c> has <c>H × W</c> pixels, a sequence <c>[T, D]</c> has <c>T</c> tokens.
/// </summary>
internal sealed record Shape(bool Batched, EquatableArray<int> Dimensions)
{
    /// <summary>A tensor for each example of the batch.</summary>
    public static Shape Example(params int[] dimensions) => new(Batched: true, EquatableArray.Of(dimensions));

    /// <summary>A sequence of tokens for each example: whole numbers below the size of a vocabulary.</summary>
    public static Shape Tokens(int length, int vocabulary) => Example(length) with { Vocabulary = vocabulary };

    /// <summary>A tensor that is the same for every example.</summary>
    public static Shape Of(params int[] dimensions) => new(Batched: false, EquatableArray.Of(dimensions));

    /// <summary>The length of the innermost dimension.</summary>
    public int Width => Dimensions[Dimensions.Count - 1];

    /// <summary>Where its elements are tokens, how many different ones there are; 0 where they are numbers.</summary>
    public int Vocabulary { get; init; }

    /// <summary>Whether it has pixels.</summary>
    public bool IsImage => Batched && Dimensions.Count == 3;

    /// <summary>Whether it has positions in an order.</summary>
    public bool IsSequence => Batched && Dimensions.Count == 2;

    /// <summary>How many rows an example has.</summary>
    public int Positions => checked((int)(Count / Width));

    /// <summary>The number of elements, for one example.</summary>
    public long Count => Dimensions.Aggregate(1L, static (product, dimension) => checked(product * dimension));

    /// <summary>The same positions, each of another length.</summary>
    public Shape WithWidth(int width) => this with { Dimensions = Dimensions.Take(Dimensions.Count - 1).Append(width).ToEquatableArray() };

    /// <summary>
    /// The stride at which a window of one pixel leads from these positions to those of another shape: 1 where they are the same, and null
    /// where none does.
    /// </summary>
    public int? StrideTo(Shape other)
    {
        if (other == WithWidth(other.Width))
            return 1;
        if (!IsImage || !other.IsImage)
            return null;
        int stride = Math.Max(Begun(Dimensions[0], other.Dimensions[0]), Begun(Dimensions[1], other.Dimensions[1]));
        bool leads = Begun(Dimensions[0], stride) == other.Dimensions[0] && Begun(Dimensions[1], stride) == other.Dimensions[1];
        return leads ? stride : null;

        static int Begun(int length, int step) => (length - 1) / step + 1;
    }

    /// <summary>The dimensions as people write them, such as <c>28 × 28 × 1</c>.</summary>
    public string Text => string.Join(" × ", Dimensions.Select(static dimension => Number(dimension)));

    /// <summary>A number as people write it, such as <c>1,024</c>.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    public override string ToString()
    {
        IEnumerable<string> numbers = Dimensions.Select(static dimension => dimension.ToString(CultureInfo.InvariantCulture));
        return $"[{string.Join(", ", Batched ? numbers.Prepend("n") : numbers)}]";
    }
}
