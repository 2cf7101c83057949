using System.Numerics.Tensors;

namespace NetGen.Runtime.Tests;

/// <summary>Rows of a tensor hold what its own enumerator steps through, in the same order: sums over them have the same bits.</summary>
public sealed class TensorRowsTests
{
    private static readonly float[] memory = Numbers.Uniform(1000, seed: 1);

    /// <summary>Lengths and strides of a tensor, and how many spans hold its elements.</summary>
    public static TheoryData<int[], int[], int> Layouts => new()
    {
        { [7], [1], 1 },
        { [7], [3], 7 },
        { [7], [0], 7 },
        { [1], [0], 1 },
        { [5, 7], [7, 1], 1 },
        { [5, 7], [16, 1], 5 },
        { [5, 7], [1, 5], 35 },
        { [5, 7], [0, 1], 5 },
        { [5, 1], [16, 0], 5 },
        { [1, 7], [0, 1], 1 },
        { [3, 4, 5], [20, 5, 1], 1 },
        { [3, 4, 5], [60, 8, 1], 12 },
        { [3, 4, 5], [5, 15, 1], 12 },
        { [3, 1, 5], [40, 0, 2], 15 },
        { [2, 3, 4, 5], [60, 20, 5, 1], 1 },
        { [2, 3, 4, 5], [96, 5, 24, 1], 24 },
        { [2, 3, 4, 5], [60, 4, 1, 12], 120 },
        { [2, 1, 4, 1], [96, 0, 24, 0], 8 },
    };

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Rows_hold_what_stepping_element_by_element_yields(int[] lengths, int[] strides, int spans)
    {
        ReadOnlyTensorSpan<float> tensor = new(memory, Array.ConvertAll(lengths, From), Array.ConvertAll(strides, From));
        List<float> expected = [];
        (double sum, double squares, double aroundMean) = (0, 0, 0);
        foreach (float value in tensor)
        {
            expected.Add(value);
            sum += value;
            squares += (double)value * value;
            aroundMean += (value - 0.3) * (value - 0.3);
        }

        TensorRows rows = new(tensor);
        List<float> actual = [];
        int seen = 0;
        foreach (ReadOnlySpan<float> row in rows)
        {
            actual.AddRange(row);
            seen++;
        }

        Assert.Equal(spans, seen);
        Assert.Equal(expected, actual);
        Assert.Equal(expected, rows.ToArray());
        Assert.Equal((sum, squares, aroundMean), (rows.Sum(), rows.SumOfSquares(), rows.SumOfSquares(0.3)));

        static nint From(int value) => value;
    }

    [Fact]
    public void Tensor_without_elements_has_no_rows()
    {
        Assert.False(new TensorRows(default).MoveNext());
        Assert.Empty(new TensorRows(default).ToArray());
    }
}
