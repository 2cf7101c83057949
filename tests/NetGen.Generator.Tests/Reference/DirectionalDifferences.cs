namespace NetGen.Generator.Tests;

/// <summary>
/// Holds a backward graph against difference quotients of its forward graph, in double precision: the derivative of the loss as a parameter
/// moves in a random direction, in which each of its elements moves, so that one quotient sees all of them.
/// </summary>
/// <param name="forward">The forward graph.</param>
/// <param name="rows">The rows of the batch.</param>
/// <param name="seed">What values and directions follow from.</param>
internal sealed class DirectionalDifferences(Graph forward, int rows, int seed)
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

    private readonly GraphValues values = new(forward, rows, seed);
    private readonly SeededRandom random = new(~seed);
    private double[] weights = [];
    private double noise;

    /// <summary>
    /// Fails where a gradient is not the limit of difference quotients, or where too few quotients have a limit that can be told.
    /// </summary>
    public void Judge()
    {
        // Any linear function of the output serves as a loss.
        double[] outputs = values.Interpret(forward).RunTo(forward.Output);
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
            held += Holds(path, values[value], gradient) ? 1 : 0;
        }

        Assert.True(held > 0.75 * all, $"Only {held} of {all} parameters have difference quotients with a limit.");
    }

    /// <summary>
    /// Whether the gradient of a parameter could be held against a difference quotient; that it is equal to it, is asserted.
    /// </summary>
    private bool Holds(string path, double[] parameter, double[] gradient)
    {
        double length = Math.Sqrt(parameter.Length);
        double size = Math.Sqrt(gradient.Sum(static element => element * element)) / length;
        for (int attempt = 0; attempt < Directions; attempt++)
        {
            double[] direction = [.. parameter.Select(_ => (random.NextInt32(2) * 2 - 1) / length)];
            double derivative = gradient.Zip(direction, static (g, d) => g * d).Sum();
            double estimate = Quotient(parameter, direction, Step);
            double tolerance = Tolerance * Math.Max(size, Math.Abs(estimate)) + Math.Max(noise, TremorOf(parameter, direction));

            // Quotients over different steps differ by three times the error of the better one where the loss is smooth, and disagree at a
            // kink.
            if (Math.Abs(estimate - Quotient(parameter, direction, 2 * Step)) > tolerance)
                continue;
            if (!(Math.Abs(derivative - estimate) <= tolerance))
                Assert.Fail($"The derivative of {path} in a random direction is {derivative:R} by its gradient, "
                    + $"{estimate:R} by differences, within {tolerance:E1}.");
            return true;
        }

        return false;
    }

    // Norms of what hardly differs make more of rounding than the size of the loss tells.
    private double TremorOf(double[] parameter, double[] direction) =>
        Tremors.Max(step => Math.Abs(Quotient(parameter, direction, step)) * step) / Step;

    private double Quotient(double[] parameter, double[] direction, double step)
    {
        double[] center = [.. parameter];
        double above = LossAt(step);
        double below = LossAt(-step);
        center.CopyTo(parameter, 0);
        return (above - below) / (2 * step);

        double LossAt(double distance)
        {
            for (int i = 0; i < parameter.Length; i++)
                parameter[i] = center[i] + distance * direction[i];
            return values.Interpret(forward).RunTo(forward.Output).Zip(weights, static (y, w) => y * w).Sum();
        }
    }
}
