namespace NetGen.Generator.Tests;

/// <summary>
/// The convolution of images with a weight <c>[out, in, k, k]</c>, and its gradients, as sums of products over every tap at every pixel
/// that goes out: <c>y[o] += w[o, i, tap] x[i, tap]</c>, where <c>x</c> is inside of the image.
/// </summary>
internal static class ConvolutionReference
{
    public static double[] Convolve(double[] x, double[] w, ConvolutionWindow window, Shape weight)
    {
        double[] y = new double[x.Length / (window.Positions * weight.Dimensions[1]) * window.OutPositions * weight.Dimensions[0]];
        foreach (Product term in Products(window, weight, x.Length))
            y[term.Y] += w[term.W] * x[term.X];
        return y;
    }

    public static double[] InputGradient(double[] dy, double[] w, ConvolutionWindow window, Shape weight)
    {
        double[] dx = new double[dy.Length / (window.OutPositions * weight.Dimensions[0]) * window.Positions * weight.Dimensions[1]];
        foreach (Product term in Products(window, weight, dx.Length))
            dx[term.X] += w[term.W] * dy[term.Y];
        return dx;
    }

    public static double[] WeightGradient(double[] dy, double[] x, ConvolutionWindow window, Shape weight)
    {
        double[] dw = new double[weight.Count];
        foreach (Product term in Products(window, weight, x.Length))
            dw[term.W] += dy[term.Y] * x[term.X];
        return dw;
    }

    private static IEnumerable<Product> Products(ConvolutionWindow window, Shape weight, int length)
    {
        (int outputs, int inputs, int kernel) = (weight.Dimensions[0], weight.Dimensions[1], weight.Dimensions[2]);
        IEnumerable<(int Image, int OutY, int OutX, int TapY, int TapX)> places =
            from image in Enumerable.Range(0, length / (window.Positions * inputs))
            from outY in Enumerable.Range(0, window.OutHeight)
            from outX in Enumerable.Range(0, window.OutWidth)
            from tapY in Enumerable.Range(0, kernel)
            from tapX in Enumerable.Range(0, kernel)
            select (image, outY, outX, tapY, tapX);
        foreach ((int image, int outY, int outX, int tapY, int tapX) in places)
        {
            int y = outY * window.Stride + tapY - window.Before, x = outX * window.Stride + tapX - window.Before;
            if (y < 0 || y >= window.Height || x < 0 || x >= window.Width)
                continue;
            int from = ((image * window.Height + y) * window.Width + x) * inputs;
            int to = ((image * window.OutHeight + outY) * window.OutWidth + outX) * outputs;
            for (int output = 0; output < outputs; output++)
            {
                for (int input = 0; input < inputs; input++)
                    yield return new Product(from + input, ((output * inputs + input) * kernel + tapY) * kernel + tapX, to + output);
            }
        }
    }

    private readonly record struct Product(int X, int W, int Y);
}
