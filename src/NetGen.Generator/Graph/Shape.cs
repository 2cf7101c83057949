using System.Globalization;

namespace NetGen.Generator;

/// <summary>The shape of a tensor: its dimensions, after the batch dimension where <paramref name="Batched"/>.</summary>
internal sealed record Shape(bool Batched, EquatableArray<int> Dimensions)
{
    /// <summary>A vector for each example of the batch.</summary>
    public static Shape Rows(int width) => new(Batched: true, EquatableArray.Of(width));

    /// <summary>A tensor that is the same for every example.</summary>
    public static Shape Of(params int[] dimensions) => new(Batched: false, EquatableArray.Of(dimensions));

    /// <summary>The length of the innermost dimension.</summary>
    public int Width => Dimensions[Dimensions.Count - 1];

    /// <summary>The number of elements, for one example.</summary>
    public long Count => Dimensions.Aggregate(1L, static (product, dimension) => product * dimension);

    public override string ToString() =>
        $"[{(Batched ? "rows, " : "")}{string.Join(", ", Dimensions.Select(static d => d.ToString(CultureInfo.InvariantCulture)))}]";
}
