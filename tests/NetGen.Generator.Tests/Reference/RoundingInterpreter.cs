namespace NetGen.Generator.Tests;

/// <summary>
/// An interpreter that also tells what rounding does to a value: how far it moves when every value on the way is moved at random by as much
/// as single precision may move it (stochastic arithmetic, Vignes 1993). Deep networks amplify that, and sums in which large terms cancel.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="samples">How often it is moved; never where rounding is not asked for.</param>
internal sealed class RoundingInterpreter(Graph graph, int samples)
{
    private readonly Interpreter exact = new(graph);
    private readonly Interpreter[] rounded =
        [.. Enumerable.Range(1, samples).Select(seed => new Interpreter(graph, new SeededRandom(seed)))];

    /// <summary>A value, row by row.</summary>
    public double[] this[int value] => exact.RunTo(value);

    /// <summary>Gives a value that the graph does not compute.</summary>
    public void Give(int value, double[] elements) => Give(value, _ => elements);

    /// <summary>Gives the gradient of the output: a function of the output and its place.</summary>
    public void Give(int value, Func<double, int, double> gradient) =>
        Give(value, interpreter => [.. interpreter.RunTo(graph.Output).Select(gradient)]);

    /// <summary>How far an element of a value moves at most.</summary>
    public double RoundingOf(int value) =>
        rounded.Select(other => other.RunTo(value).Zip(exact.RunTo(value), static (a, b) => Math.Abs(a - b)).Max()).DefaultIfEmpty(0).Max();

    private void Give(int value, Func<Interpreter, double[]> elements)
    {
        exact.Give(value, elements(exact));
        foreach (Interpreter other in rounded)
            other.Give(value, elements(other));
    }
}
