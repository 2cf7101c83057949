namespace NetGen.Runtime.Tests;

/// <summary>The formula of Muon for weights, plainly in double and through the public surface alone. Vectors stay as they are.</summary>
internal struct DoubleMuon(double momentum, bool nesterov) : IOptimizer
{
    private double rate;
    private double decay;

    public readonly int StateCount => 1;

    public readonly float LearningRate => 0.02f;

    public static bool TakesWhole(ReadOnlySpan<int> shape) => true;

    public static long ScratchLength(ReadOnlySpan<int> shape) => shape is [int outputs, int inputs] ? outputs * inputs : shape[0];

    public void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null)
    {
        rate = LearningRate * learningRateFactor;
        decay = weightDecay ?? 0;
    }

    public readonly void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states) =>
        throw new NotSupportedException("Expected whole parameters.");

    public readonly void UpdateWhole(WholeTensor tensor)
    {
        if (tensor.Shape is not [int outputs, int inputs])
            return;

        double[] gradient = Read(tensor, tensor.Gradients);
        double[] velocity = Read(tensor, tensor.States[0]);
        double[,] step = new double[outputs, inputs];
        for (int i = 0; i < gradient.Length; i++)
        {
            velocity[i] = momentum * velocity[i] + gradient[i];
            step[i / inputs, i % inputs] = nesterov ? gradient[i] + momentum * velocity[i] : velocity[i];
        }

        step = outputs > inputs ? Transpose(Orthogonal(Transpose(step))) : Orthogonal(step);
        double[] parameters = Read(tensor, tensor.Parameters);
        for (int i = 0; i < gradient.Length; i++)
        {
            double scale = Math.Sqrt(Math.Max(1, (double)outputs / inputs));
            parameters[i] -= rate * decay * parameters[i] + rate * scale * step[i / inputs, i % inputs];
        }

        Write(tensor, velocity, tensor.States[0]);
        Write(tensor, parameters, tensor.Parameters);
    }

    private static double[,] Orthogonal(double[,] x)
    {
        double norm = Math.Sqrt(x.Cast<double>().Sum(static value => value * value));
        x = Combine(1 / norm, x, 0, x);
        for (int step = 0; step < 5; step++)
        {
            double[,] gram = Product(x, Transpose(x));
            double[,] polynomial = Combine(-4.7750, gram, 2.0315, Product(gram, gram));
            x = Combine(3.4445, x, 1, Product(polynomial, x));
        }

        return x;
    }

    private static double[,] Combine(double a, double[,] x, double b, double[,] y)
    {
        double[,] sum = new double[x.GetLength(0), x.GetLength(1)];
        for (int i = 0; i < sum.GetLength(0); i++)
        {
            for (int j = 0; j < sum.GetLength(1); j++)
                sum[i, j] = a * x[i, j] + b * y[i, j];
        }

        return sum;
    }

    private static double[,] Product(double[,] x, double[,] y)
    {
        double[,] product = new double[x.GetLength(0), y.GetLength(1)];
        for (int i = 0; i < product.GetLength(0); i++)
        {
            for (int j = 0; j < product.GetLength(1); j++)
            {
                for (int k = 0; k < x.GetLength(1); k++)
                    product[i, j] += x[i, k] * y[k, j];
            }
        }

        return product;
    }

    private static double[,] Transpose(double[,] x)
    {
        double[,] transpose = new double[x.GetLength(1), x.GetLength(0)];
        for (int i = 0; i < x.GetLength(0); i++)
        {
            for (int j = 0; j < x.GetLength(1); j++)
                transpose[j, i] = x[i, j];
        }

        return transpose;
    }

    private static double[] Read(WholeTensor tensor, ReadOnlySpan<float> values)
    {
        tensor.Unpack(values, tensor.Scratch[..tensor.Count]);
        return Array.ConvertAll(tensor.Scratch[..tensor.Count].ToArray(), static value => (double)value);
    }

    private static void Write(WholeTensor tensor, double[] matrix, Span<float> values) =>
        tensor.Pack(Array.ConvertAll(matrix, static value => (float)value), values);
}
