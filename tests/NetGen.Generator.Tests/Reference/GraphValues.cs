namespace NetGen.Generator.Tests;

/// <summary>
/// Random values for all that a forward graph does not compute, of a size at which neither values nor gradients vanish on their way through
/// many layers.
/// </summary>
internal sealed class GraphValues
{
    private readonly Dictionary<int, double[]> given = [];

    public GraphValues(Graph forward, int rows, int seed)
    {
        var random = new SeededRandom(seed);
        Dictionary<string, double[]> parameters = [];
        for (int value = 0; value < forward.Nodes.Count; value++)
        {
            Shape shape = forward[value].Shape!;
            switch (forward[value].Operation)
            {
                case Given when value == forward.Lengths:
                    given[value] = [.. Enumerable.Range(0, rows).Select(_ => 1.0 + random.NextInt32(forward.Length))];
                    break;

                case Given when shape.Vocabulary > 0:
                    given[value] =
                        [.. Enumerable.Range(0, (int)shape.Count * rows).Select(_ => (double)random.NextInt32(shape.Vocabulary))];
                    break;

                case Given:
                    given[value] = Draw((int)shape.Count * rows, 1);
                    break;

                case DropoutMask mask:
                    given[value] = DropoutReference.Mask(rows, mask, seed, step: 0);
                    break;

                case ParameterValue { Path: var path, Kind: not ParameterKind.Parameter }:
                    parameters[path] = given[value] = [.. Draw((int)shape.Count, 1).Select(static x => 0.5 + Math.Abs(x))];
                    break;

                // A variance of 1 / fan-in keeps that of a Linear's input (LeCun et al. 1998).
                case ParameterValue { Path: var path }:
                    double bound = shape.Dimensions.Count == 2 ? Math.Sqrt(3.0 / shape.Width) : 1;
                    parameters[path] = given[value] = Draw((int)shape.Count, bound);
                    break;
            }
        }

        Parameters = parameters;

        double[] Draw(int count, double bound) => [.. Enumerable.Range(0, count).Select(_ => bound * random.NextSingle(-1, 1))];
    }

    /// <summary>The parameters by name.</summary>
    public IReadOnlyDictionary<string, double[]> Parameters { get; }

    /// <summary>The elements of a value that is given; they may be changed.</summary>
    public double[] this[int value] => given[value];

    /// <summary>A graph, forward or with its backward graph, at these values.</summary>
    public Interpreter Interpret(Graph graph)
    {
        var interpreter = new Interpreter(graph);
        foreach (KeyValuePair<int, double[]> pair in given)
            interpreter.Give(pair.Key, pair.Value);
        return interpreter;
    }
}
