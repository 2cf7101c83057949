using System.Numerics.Tensors;

namespace NetGen.Experiments.Measuring;

/// <summary>The factor <c>L</c> of a symmetric positive definite matrix <c>L Lᵀ</c>, to solve equations with.</summary>
internal sealed class Cholesky
{
    private readonly double[][] lower;

    /// <param name="matrix">The matrix, row by row; its lower triangle is read.</param>
    public Cholesky(double[][] matrix)
    {
        lower = [.. matrix.Select(static row => new double[row.Length])];
        for (int i = 0; i < matrix.Length; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = matrix[i][j] - TensorPrimitives.Dot<double>(lower[i].AsSpan(0, j), lower[j].AsSpan(0, j));
                lower[i][j] = i == j ? Math.Sqrt(rest) : rest / lower[j][j];
            }
        }
    }

    /// <summary>The <c>x</c> of <c>L Lᵀ x = b</c>.</summary>
    public double[] Solve(double[] b)
    {
        double[] x = [.. b];
        for (int i = 0; i < x.Length; i++)
            x[i] = (x[i] - TensorPrimitives.Dot<double>(lower[i].AsSpan(0, i), x.AsSpan(0, i))) / lower[i][i];
        for (int i = x.Length - 1; i >= 0; i--)
        {
            for (int j = i + 1; j < x.Length; j++)
                x[i] -= lower[j][i] * x[j];
            x[i] /= lower[i][i];
        }

        return x;
    }
}
