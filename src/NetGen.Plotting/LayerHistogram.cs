using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace NetGen.Plotting;

/// <summary>How the values of a layer are distributed, in units of their root mean square.</summary>
public sealed class LayerHistogram
{
    /// <summary>The number of bins.</summary>
    public const int Bins = 41;

    /// <summary>The centre of the last bin, in units of the root mean square: the first one's is its negative.</summary>
    public const double Last = 3;

    internal LayerHistogram(string name) => Name = name;

    /// <summary>The name of the layer.</summary>
    public string Name { get; }

    /// <summary>The share of values in each bin, from the lowest. Empty before the first pass.</summary>
    public ImmutableArray<double> Shares { get; private set; } = [];

    /// <summary>The centre of a bin, in units of the root mean square.</summary>
    /// <param name="bin">The bin, from 0 to <see cref="Bins"/> - 1.</param>
    public static double Centre(int bin) => Last * (2.0 * bin / (Bins - 1) - 1);

    internal void Take(in ReadOnlyTensorSpan<float> values)
    {
        TensorRows rows = new(values);
        double rms = Math.Sqrt(rows.SumOfSquares() / values.FlattenedLength);
        double[] shares = new double[Bins];
        foreach (ReadOnlySpan<float> row in rows)
        {
            foreach (float value in row)
            {
                double place = rms > 0 ? Math.Clamp(value / rms / Last, -1, 1) : 0;
                if (!double.IsNaN(place))
                    shares[(int)Math.Round((place + 1) / 2 * (Bins - 1))] += 1.0 / values.FlattenedLength;
            }
        }

        Shares = [.. shares];
    }
}
