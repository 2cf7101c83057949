using System.Numerics.Tensors;

namespace NetGen.Generator.Tests;

/// <summary>What was seen of a layer in networks of several seeds.</summary>
internal sealed class MeasuredLayer
{
    private double cosines;
    private int batches;
    private Spread preActivation;
    private Spread stream;

    /// <summary>Over units, rows and seeds.</summary>
    public double PreActivationDeviation => preActivation.Deviation;

    /// <summary>Over units, rows and seeds.</summary>
    public double StreamDeviation => stream.Deviation;

    /// <summary>The share of pre-activations above 0.</summary>
    public double PositiveShare => preActivation.PositiveShare;

    /// <summary>The share above 0 of what is handed on; where that is a ReLU of a sum, of the sum.</summary>
    public double PositiveStreamShare => stream.PositiveShare;

    /// <summary>The mean over pairs of rows and seeds.</summary>
    public double Cosine => cosines / batches;

    /// <summary>The sum of the squares of dL/dz; not a number where it was not shown.</summary>
    public double GradientSquares { get; private set; } = double.NaN;

    public void AddPreActivation(double[] values) => preActivation.Add(values);

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
        private long positive;
        private long count;

        public readonly double Deviation => Math.Sqrt(squares / count - sum / count * (sum / count));

        public readonly double PositiveShare => (double)positive / count;

        public void Add(double[] values)
        {
            count += values.Length;
            foreach (double value in values)
                positive += value > 0 ? 1 : 0;
            sum += TensorPrimitives.Sum<double>(values);
            squares += TensorPrimitives.SumOfSquares<double>(values);
        }
    }
}
