namespace NetGen.Runtime.Tests;

/// <summary>The layer of <see cref="ReLULayer{TShape}"/> with mean squared error, in double precision and without any layout.</summary>
internal sealed class ReLULayerReference(float[] weight, float[] bias, int inputs)
{
    private readonly int outputs = bias.Length;

    public static ReLULayerReference Of<TShape>(ReLULayer<TShape> network)
        where TShape : struct, IShape =>
        new(network.Parameters["layers.0.linear.weight"].ToArray(), network.Parameters["layers.0.linear.bias"].ToArray(), TShape.Inputs);

    public double[] PreActivations(float[] x)
    {
        int rows = x.Length / inputs;
        double[] z = new double[rows * outputs];
        for (int row = 0; row < rows; row++)
        {
            for (int output = 0; output < outputs; output++)
            {
                double sum = bias[output];
                for (int input = 0; input < inputs; input++)
                    sum += (double)weight[output * inputs + input] * x[row * inputs + input];
                z[row * outputs + output] = sum;
            }
        }

        return z;
    }

    public double[] Outputs(float[] x) => [.. PreActivations(x).Select(static z => Math.Max(0, z))];

    public double Loss(float[] x, float[] y) =>
        Outputs(x).Zip(y, static (output, target) => (output - target) * (output - target)).Average();

    /// <summary>dL/dz.</summary>
    public double[] PreActivationGradient(float[] x, float[] y)
    {
        double[] z = PreActivations(x);
        return [.. z.Zip(y, (pre, target) => pre <= 0 ? 0 : 2 * (pre - target) / z.Length)];
    }

    /// <summary>dL/dW, <c>[out, in]</c>.</summary>
    public double[] WeightGradient(float[] x, float[] y)
    {
        double[] dz = PreActivationGradient(x, y);
        double[] gradient = new double[weight.Length];
        for (int i = 0; i < dz.Length; i++)
        {
            (int row, int output) = Math.DivRem(i, outputs);
            for (int input = 0; input < inputs; input++)
                gradient[output * inputs + input] += dz[i] * x[row * inputs + input];
        }

        return gradient;
    }

    /// <summary>dL/db.</summary>
    public double[] BiasGradient(float[] x, float[] y)
    {
        double[] dz = PreActivationGradient(x, y);
        double[] gradient = new double[outputs];
        for (int i = 0; i < dz.Length; i++)
            gradient[i % outputs] += dz[i];
        return gradient;
    }
}
