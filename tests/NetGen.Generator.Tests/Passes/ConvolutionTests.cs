namespace NetGen.Generator.Tests;

/// <summary>Convolutions in the graph: shapes as PyTorch has them, and derivatives for every kind of window.</summary>
public sealed class ConvolutionTests
{
    // Height and width, kernel, stride and padding, or -1 for the same size; then height and width of the result.
    public static TheoryData<int, int, int, int, int, int, int> Windows => new()
    {
        { 5, 7, 3, 1, -1, 5, 7 },
        { 5, 7, 4, 1, -1, 5, 7 },
        { 5, 7, 3, 2, -1, 3, 4 },
        { 6, 8, 2, 2, -1, 3, 4 },
        { 7, 7, 5, 3, -1, 3, 3 },
        { 2, 1, 7, 1, -1, 2, 1 },
        { 4, 3, 1, 1, -1, 4, 3 },
        { 4, 3, 1, 2, -1, 2, 2 },
        { 5, 7, 3, 1, 0, 3, 5 },
        { 5, 7, 3, 2, 1, 3, 4 },
        { 6, 8, 3, 2, 1, 3, 4 },
        { 6, 5, 4, 3, 2, 3, 2 },
        { 3, 3, 3, 1, 2, 5, 5 },
    };

    [Theory]
    [MemberData(nameof(Windows))]
    public void Shapes_are_those_of_PyTorch(int height, int width, int kernel, int stride, int padding, int outHeight, int outWidth) =>
        Assert.Equal(
            Shape.Example(outHeight, outWidth, 4), Layer(kernel, stride, padding).ShapeBehind(Shape.Example(height, width, 2)));

    [Theory]
    [MemberData(nameof(Windows))]
    public void Derivatives_are_limits_of_difference_quotients(
        int height, int width, int kernel, int stride, int padding, int outHeight, int outWidth)
    {
        Shape image = Shape.Example(height, width, 2);
        ConvolutionWindow window = Layer(kernel, stride, padding).WindowOver(image);
        Assert.Equal((outHeight, outWidth), (window.OutHeight, window.OutWidth));
        var graph = new GraphBuilder();
        int x = graph.Add(new Given(image), "x", layer: -1);
        int u = graph.Add(new MatMul(TransposeA: false, TransposeB: true), "u", 0, x, Parameter(2, 2));
        int y = graph.Add(new Conv2d(window), "y", 0, u, Parameter(4, 2, kernel, kernel));
        Graph forward = InferShapes.Run(new Graph(graph.ToNodes(), x, y, default, default));

        Assert.InRange(new FiniteDifferences(forward, seed: 5).GreatestError(), 0, 1e-7);

        int Parameter(params int[] shape) => graph.Add(new ParameterValue("p", Shape.Of(shape), Init.Zeros, 1), "p", 0);
    }

    [Fact]
    public void A_multiply_add_for_each_weight_at_each_pixel_that_goes_out_costs_two()
    {
        ScheduledNetwork network = Schedules.Of("[Network(Input = 3, Height = 9, Width = 8), Conv2d(5, Stride = 2, Bias = false)]");

        Assert.Equal(2L * 5 * 4 * (5 * 3 * 9), Assert.Single(network.Costs).Flops);
    }

    [Theory]
    [InlineData(14, 14, 7, 7, 2)]
    [InlineData(7, 9, 4, 5, 2)]
    [InlineData(7, 9, 3, 3, 3)]
    [InlineData(9, 9, 9, 9, 1)]
    [InlineData(5, 1, 1, 1, 5)]
    public void A_stride_leads_from_one_image_to_a_smaller_one(int height, int width, int outHeight, int outWidth, int stride) =>
        Assert.Equal(stride, Shape.Example(height, width, 3).StrideTo(Shape.Example(outHeight, outWidth, 8)));

    [Theory]
    [InlineData(7, 7, 14, 14)]
    [InlineData(5, 7, 3, 5)]
    [InlineData(8, 8, 4, 3)]
    public void No_stride_leads_to_a_larger_image_or_to_one_of_another_form(int height, int width, int outHeight, int outWidth) =>
        Assert.Null(Shape.Example(height, width, 3).StrideTo(Shape.Example(outHeight, outWidth, 3)));

    private static Conv2dSpec Layer(int kernel, int stride, int padding) =>
        new("0", 4, kernel, stride, padding < 0 ? null : padding, Bias: true, Init.Zeros, 1f);
}
