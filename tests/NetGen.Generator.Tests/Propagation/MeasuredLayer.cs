using System.Numerics.Tensors;

namespace NetGen.Generator.Tests;

/// <summary>What was seen of a layer in networks of several seeds.</summary>
internal sealed class MeasuredLayer
{
    private double cosines;
    private int batches;
    private long positive;
    private Spread preActivation;
    private Spread stream;

    /// <summary>Over units, rows and seeds.</summary>
    public double PreActivationDeviation => preActivation.Deviation;

    /// <summary>Over units, rows and seeds.</summary>
    public double StreamDeviation => stream.Deviation;

    public double PositiveShare => (double)positive / preActivation.Count;

    /// <summary>The mean over pairs of rows and seeds.</summary>
    public double Cosine => cosines / batches;

    /// <summary>The sum of the squares of dL/dz; not a number where it was not shown.</summary>
    public double GradientSquares { get; private set; } = double.NaN;

    public void AddPreActivation(double[] values)
    {
        preActivation.Add(values);
        positive += values.Count(static z => z > 0);
    }

    public void AddStream(double[] values, int rows)
    {
        stream.Add(values);
        cosines += MeanCosine([.. values.Chunk(values.Length / rows)]);
        batches++;
    }

    public void AddGradient(double[] values)
    {
        double squares = TensorPrimitives.SumOfSquares<double>(values);
        GradientSquares = double.IsNaN(GradientSquares) ? squares : GradientSquares + squares;
    }

    // The mean over pairs of unit vectors u is (|Σ u|² - n) / (n (n - 1)).
    private static double MeanCosine(double[][] rows)
    {
        double[] sum = new double[rows[0].Length];
        foreach (double[] row in rows)
            TensorPrimitives.MultiplyAdd(row, 1 / TensorPrimitives.Norm<double>(row), sum, sum);
        return (TensorPrimitives.SumOfSquares<double>(sum) - rows.Length) / (rows.Length * (rows.Length - 1.0));
    }

    private struct Spread
    {
        private double sum;
        private double squares;

        public long Count { get; private set; }

        public readonly double Deviation => Math.Sqrt(squares / Count - sum / Count * (sum / Count));

        public void Add(double[] values)
        {
            Count += values.Length;
            sum += TensorPrimitives.Sum<double>(values);
            squares += TensorPrimitives.SumOfSquares<double>(values);
        }
    }
}
