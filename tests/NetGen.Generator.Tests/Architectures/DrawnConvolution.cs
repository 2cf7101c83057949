namespace NetGen.Generator.Tests;

/// <summary>The convolution of an image: at each place of the window, the sum of the products of its pixels with the weights.</summary>
internal sealed record DrawnConvolution(int Outputs, int Kernel, int Stride, int? Padding, bool Bias, string Arguments) : DrawnLayer
{
    // An interpreter that sums in double precision, one product after the other, takes a second for some ten million.
    private const int MostProducts = 400_000;

    public override string Text =>
        $"Conv2d({Outputs}{Argument("Kernel", Kernel, 3)}{Argument("Stride", Stride, 1)}{Argument("Padding", Padding, null)}"
        + $"{(Bias ? "" : ", Bias = false")}{Arguments})";

    public override Shape? Follow(Shape input, Survey survey)
    {
        // A stride leads from one place of the padded image to another.
        int around = Padding is int rim ? 2 * rim : Kernel - 1;
        if (input.Dimensions.Count != 3 || Stride > Math.Max(input.Dimensions[0], input.Dimensions[1]) + around)
            return null;
        Shape output = Shape.Example(Out(input.Dimensions[0]), Out(input.Dimensions[1]), Outputs);
        int weights = input.Width * Outputs * Kernel * Kernel;
        bool isSign = DrawnWeight.IsNormed(Arguments) && weights == Outputs;
        if (output.Dimensions.Any(static length => length < 1) || isSign || (long)weights * output.Positions > MostProducts)
            return null;
        survey.Count(weights, output.Positions);
        return output;
    }

    public override Tensor Compute(DrawnParameters parameters, string path, Tensor x)
    {
        double[] weight = DrawnWeight.Of(parameters, path, Arguments);
        double[] start = Bias ? parameters[path + ".bias"] : new double[Outputs];
        Shape shape = Shape.Example(Out(x.Shape.Dimensions[0]), Out(x.Shape.Dimensions[1]), Outputs);
        double[][] image = [.. x.Rows];
        IEnumerable<double[]> rows =
            from row in Enumerable.Range(0, shape.Dimensions[0])
            from column in Enumerable.Range(0, shape.Dimensions[1])
            select Vectors.Add(start, Vectors.Apply(weight, Seen(image, x.Shape, row * Stride - Before, column * Stride - Before)));
        return Tensor.Of(shape, [.. rows]);
    }

    private int Before => Padding ?? (Kernel - 1) / 2;

    private int Out(int length) => Padding is int rim
        ? (int)Math.Floor((length + 2 * rim - Kernel) / (double)Stride) + 1
        : (int)Math.Ceiling(length / (double)Stride);

    // In the order of a weight: channel by channel, each with all pixels of the window.
    private double[] Seen(double[][] image, Shape shape, int top, int left)
    {
        (int height, int width) = (shape.Dimensions[0], shape.Dimensions[1]);
        IEnumerable<double> seen =
            from channel in Enumerable.Range(0, shape.Width)
            from y in Enumerable.Range(top, Kernel)
            from x in Enumerable.Range(left, Kernel)
            select y >= 0 && y < height && x >= 0 && x < width ? image[y * width + x][channel] : 0;
        return [.. seen];
    }

    private static string Argument(string name, int? value, int? otherwise) => value == otherwise ? "" : $", {name} = {value}";
}
