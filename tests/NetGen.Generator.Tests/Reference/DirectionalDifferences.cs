namespace NetGen.Generator.Tests;

/// <summary>
/// Holds a backward graph against difference quotients of its forward graph, in double precision: the derivative of the loss as a parameter
/// moves in a random direction, in which each of its elements moves, so that one quotient sees all of them.
/// </summary>
internal sealed class DirectionalDifferences
{
    private const double Step = 1e-5;

    // The error of a central difference: cut off, and, relative to the terms of the loss, rounded: some fifty units in the last place, over
    // the step.
    private const double Tolerance = 1e-6;
    private const double Rounding = 1e-9;

    // Steps in which a loss moves by rounding alone.
    private static readonly double[] Tremors = [1e-13, 2e-13, 3e-13, 5e-13, 7e-13];

    // Where a kink lies near, another direction may avoid it.
    private const int Directions = 4;

    private readonly Graph forward;
    private readonly GraphValues values;
    private readonly Interpreter unmoved;
    private readonly SeededRandom random;
    private double[] weights = [];
    private double noise;

    /// <param name="forward">The forward graph.</param>
    /// <param name="rows">The rows of the batch.</param>
    /// <param name="seed">What values and directions follow from.</param>
    public DirectionalDifferences(Graph forward, int rows, int seed)
    {
        this.forward = forward;
        values = new GraphValues(forward, rows, seed);
        unmoved = values.Interpret(forward);
        random = new SeededRandom(~seed);
    }

    /// <summary>
    /// Fails where a gradient is not the limit of difference quotients, or where too few quotients have a limit that can be told.
    /// </summary>
    public void Judge()
    {
        // Any linear function of the output serves as a loss.
        double[] outputs = unmoved.RunTo(forward.Output);
        weights = [.. outputs.Select(_ => (double)random.NextSingle(-1, 1))];
        noise = Rounding * outputs.Zip(weights, static (y, w) => Math.Abs(y * w)).Sum();

        TrainingGraph training = Differentiate.Run(forward);
        Interpreter interpreter = values.Interpret(InferShapes.Run(training.Graph));
        interpreter.Give(training.OutputGradient, weights);
        Dictionary<int, int> gradients = training.Gradients.ToDictionary(static pair => pair.Parameter, static pair => pair.Gradient);

        int held = 0, all = 0;
        for (int value = 0; value < forward.Nodes.Count; value++)
        {
            if (forward[value].Operation is not ParameterValue { Path: var path } parameter)
                continue;
            Assert.False(parameter.Frozen && gradients.ContainsKey(value), $"{path} is frozen and has a gradient.");
            if (parameter.Frozen)
                continue;

            // One without a gradient has no influence.
            double[] gradient = gradients.TryGetValue(value, out int node) ? interpreter.RunTo(node) : new double[values[value].Length];
            all++;
            held += Holds(path, value, gradient) ? 1 : 0;
        }

        Assert.True(held > 0.75 * all, $"Only {held} of {all} parameters have difference quotients with a limit.");
    }

    /// <summary>
    /// Whether the gradient of a parameter could be held against a difference quotient; that it is equal to it, is asserted.
    /// </summary>
    private bool Holds(string path, int value, double[] gradient)
    {
        double[] parameter = values[value];
        double length = Math.Sqrt(parameter.Length);
        double size = Math.Sqrt(gradient.Sum(static element => element * element)) / length;
        for (int attempt = 0; attempt < Directions; attempt++)
        {
            double[] direction = [.. parameter.Select(_ => (random.NextInt32(2) * 2 - 1) / length)];
            double derivative = gradient.Zip(direction, static (g, d) => g * d).Sum();
            double estimate = Quotient(value, direction, Step);
            // Quotients over different steps differ by three times the error of the better one where the loss is smooth, and disagree at a
            // kink.
            double difference = Math.Abs(estimate - Quotient(value, direction, 2 * Step));
            double tolerance = Tolerance * Math.Max(size, Math.Abs(estimate)) + noise;
            if (Math.Max(difference, Math.Abs(derivative - estimate)) <= tolerance)
                return true;

            tolerance += Math.Max(0, TremorOf(value, direction) - noise);
            if (difference > tolerance)
                continue;
            if (!(Math.Abs(derivative - estimate) <= tolerance))
                Assert.Fail($"The derivative of {path} in a random direction is {derivative:R} by its gradient, "
                    + $"{estimate:R} by differences, within {tolerance:E1}.");
            return true;
        }

        return false;
    }

    // Norms of what hardly differs make more of rounding than the size of the loss tells. It is chance, so that the next may be twice the
    // greatest of a few.
    private double TremorOf(int value, double[] direction) =>
        2 * Tremors.Max(step => Math.Abs(Quotient(value, direction, step)) * step) / Step;

    private double Quotient(int value, double[] direction, double step)
    {
        double[] parameter = values[value];
        double[] center = [.. parameter];
        double above = LossAt(step);
        double below = LossAt(-step);
        center.CopyTo(parameter, 0);
        return (above - below) / (2 * step);

        double LossAt(double distance)
        {
            for (int i = 0; i < parameter.Length; i++)
                parameter[i] = center[i] + distance * direction[i];
            return OutputsBehind(value).Zip(weights, static (y, w) => y * w).Sum();
        }
    }

    /// <summary>The outputs where a parameter has moved: only what follows from it is computed again.</summary>
    private double[] OutputsBehind(int parameter)
    {
        Interpreter moved = values.Interpret(forward);
        bool[] follows = new bool[forward.Nodes.Count];
        follows[parameter] = true;
        for (int node = 0; node <= forward.Output; node++)
        {
            follows[node] |= forward[node].Inputs.Any(input => follows[input]);
            if (!follows[node] && forward[node].Operation is not (Given or ParameterValue or DropoutMask))
                moved.Give(node, unmoved[node]);
        }

        return moved.RunTo(forward.Output);
    }
}
