namespace NetGen.Generator.Tests;

/// <summary>
/// Evaluates a graph node by node in double precision, slowly and plainly. It knows each operation's meaning from the literature, not from
/// the compiler, and judges what the compiler makes of it.
/// </summary>
internal sealed class Interpreter(Graph graph, int rows)
{
    private readonly double[]?[] values = new double[graph.Nodes.Count][];

    /// <summary>Gives a value that the graph does not compute: input, output gradient or parameter.</summary>
    public void Give(int value, double[] elements) => values[value] = elements;

    /// <summary>A value, row by row.</summary>
    public double[] this[int value] => values[value] ??= Evaluate(graph[value]);

    /// <summary>Computes all values up to one, so that those behind it recurse no deeper.</summary>
    public double[] RunTo(int value)
    {
        for (int earlier = 0; earlier < value; earlier++)
        {
            if (graph[earlier].Operation is not (Given or Parameter))
                _ = this[earlier];
        }

        return this[value];
    }

    private double[] Evaluate(Node node)
    {
        double[] Input(int index) => this[node.Inputs[index]];
        Shape ShapeOf(int index) => graph[node.Inputs[index]].Shape!;
        return node.Operation switch
        {
            MatMul { TransposeA: true } => ProductOverRows(Input(0), Input(1), ShapeOf(0).Width, ShapeOf(1).Width),
            MatMul { TransposeB: var transposed } => ProductOfRows(Input(0), Input(1), ShapeOf(0).Width, node.Shape!.Width, transposed),
            AddBias => [.. Input(0).Select((x, i) => x + Input(1)[i % Input(1).Length])],
            SumRows => [.. Enumerable.Range(0, node.Shape!.Width).Select(column => Enumerable.Range(0, rows).Sum(row => Input(0)[row * node.Shape.Width + column]))],
            Add => [.. Input(0).Zip(Input(1), static (a, b) => a + b)],
            Multiply => [.. Input(0).Zip(Input(1), static (a, b) => a * b)],
            ActivationFunction function => [.. Input(0).Select(z => ActivationReference.Value(function.Name, z))],
            Derivative { Function.Name: var name } => [.. Input(0).Select(z => ActivationReference.Derivative(name, z))],
            _ => throw new InvalidOperationException($"{node} has no value and was not given one."),
        };
    }

    private double[] ProductOfRows(double[] a, double[] b, int inner, int columns, bool transposed)
    {
        double[] product = new double[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                double sum = 0;
                for (int k = 0; k < inner; k++)
                    sum += a[row * inner + k] * (transposed ? b[column * inner + k] : b[k * columns + column]);
                product[row * columns + column] = sum;
            }
        }

        return product;
    }

    private double[] ProductOverRows(double[] a, double[] b, int aWidth, int bWidth)
    {
        double[] product = new double[aWidth * bWidth];
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < aWidth; i++)
            {
                for (int j = 0; j < bWidth; j++)
                    product[i * bWidth + j] += a[row * aWidth + i] * b[row * bWidth + j];
            }
        }

        return product;
    }
}
