namespace NetGen.Generator.Tests;

/// <summary>Holds a backward graph against central differences of its forward graph, in double precision.</summary>
internal sealed class FiniteDifferences
{
    private const int Rows = 3;
    private const double Step = 1e-5;

    private readonly Graph forward;
    private readonly Dictionary<int, double[]> given = [];
    private readonly double[] weights;

    public FiniteDifferences(Graph forward, int seed)
    {
        this.forward = forward;
        var random = new Random(seed);
        for (int value = 0; value < forward.Nodes.Count; value++)
        {
            Shape shape = forward[value].Shape!;
            if (value == forward.Lengths)
                given[value] = [.. Enumerable.Range(0, Rows).Select(_ => 1.0 + random.Next(forward.Length))];
            else if (shape.Vocabulary > 0)
                given[value] = [.. Enumerable.Range(0, Count(shape)).Select(_ => (double)random.Next(shape.Vocabulary))];
            else if (forward[value].Operation is Given or ParameterValue)
                given[value] = Draw(Count(shape));
        }

        // Any linear function of the output serves as a loss.
        weights = Draw(Count(forward[forward.Output].Shape!));

        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1)];
    }

    /// <summary>
    /// The greatest difference between a derivative and its estimate, relative to the greatest derivative of its parameter.
    /// </summary>
    public double GreatestError()
    {
        TrainingGraph training = Differentiate.Run(forward);
        Graph graph = InferShapes.Run(training.Graph);
        Interpreter interpreter = Prepare(graph);
        interpreter.Give(training.OutputGradient, weights);
        Assert.NotEmpty(training.Gradients);

        double greatest = 0;
        foreach (ParameterGradient pair in training.Gradients)
        {
            double[] gradient = interpreter.RunTo(pair.Gradient);
            double[] estimate = [.. gradient.Select((_, i) => Estimate(pair.Parameter, i))];
            double scale = estimate.Max(Math.Abs);
            Assert.True(scale > 0, $"{forward[pair.Parameter].Name} has no influence, so that nothing is tested.");
            greatest = Math.Max(greatest, gradient.Zip(estimate, static (a, b) => Math.Abs(a - b)).Max() / scale);
        }

        return greatest;
    }

    private double Estimate(int parameter, int element)
    {
        double center = given[parameter][element];
        given[parameter][element] = center + Step;
        double above = Loss();
        given[parameter][element] = center - Step;
        double below = Loss();
        given[parameter][element] = center;
        return (above - below) / (2 * Step);
    }

    private double Loss() => Prepare(forward).RunTo(forward.Output).Zip(weights, static (y, w) => y * w).Sum();

    private Interpreter Prepare(Graph graph)
    {
        var interpreter = new Interpreter(graph);
        foreach (KeyValuePair<int, double[]> pair in given)
            interpreter.Give(pair.Key, pair.Value);
        return interpreter;
    }

    private static int Count(Shape shape) => (int)shape.Count * (shape.Batched ? Rows : 1);
}
