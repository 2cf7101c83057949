namespace NetGen.Generator.Tests;

/// <summary>Mixtures of the streams of a row, in double precision.</summary>
internal static class StreamReference
{
    /// <summary><c>y_j = Σ M[j, i] x_i</c>, or <c>Σ M[i, j] x_i</c>, for a matrix of the given numbers of rows and columns.</summary>
    public static double[] Mix(double[] x, double[] matrix, int rows, int columns, bool transposed)
    {
        (int inputs, int outputs) = transposed ? (rows, columns) : (columns, rows);
        int width = x.Length / inputs;
        double[] y = new double[outputs * width];
        for (int output = 0; output < outputs; output++)
        {
            for (int input = 0; input < inputs; input++)
            {
                double weight = transposed ? matrix[input * columns + output] : matrix[output * columns + input];
                for (int i = 0; i < width; i++)
                    y[output * width + i] += weight * x[input * width + i];
            }
        }

        return y;
    }

    public static double[] MixGradient(double[] upstream, double[] x, int rows, int columns)
    {
        int width = x.Length / columns;
        double[] gradient = new double[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
                gradient[row * columns + column] = Enumerable.Range(0, width).Sum(i => upstream[row * width + i] * x[column * width + i]);
        }

        return gradient;
    }
}
