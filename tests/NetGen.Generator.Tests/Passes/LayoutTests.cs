namespace NetGen.Generator.Tests;

/// <summary>How tensors lie in memory, by the numbers that the documentation gives.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData(1, 1, 16)]
    [InlineData(16, 1, 16)]
    [InlineData(17, 1, 32)]
    [InlineData(32, 1, 32)]
    [InlineData(33, 2, 64)]
    [InlineData(128, 4, 128)]
    [InlineData(129, 5, 176)]
    [InlineData(1024, 32, 1040)]
    public void Rows_lie_in_whole_panels_short_ones_in_half_of_one_and_wide_ones_in_half_of_one_more(int width, int panels, int stride) =>
        Assert.Equal((panels, stride), (Layout.Panels(width), Layout.RowStride(width)));

    [Theory]
    [InlineData(new[] { 7 }, 7, 1, 1, 32)]
    [InlineData(new[] { 45, 3 }, 45, 3, 1, 192)]
    [InlineData(new[] { 45, 3, 5, 5 }, 45, 3, 25, 4800)]
    public void A_parameter_has_a_matrix_of_outputs_by_inputs_for_each_of_its_taps(
        int[] shape, int outputs, int inputs, int taps, int length)
    {
        Assert.Equal((outputs, inputs, taps), (Layout.Outputs(shape), Layout.Inputs(shape), Layout.Taps(shape)));
        Assert.Equal((inputs * taps, length), (Layout.FanIn(shape), Layout.Length(shape)));
    }

    [Fact]
    public void A_shape_without_dimensions_is_no_parameter() => Assert.Throws<ArgumentException>(static () => Layout.Length([]));
}
