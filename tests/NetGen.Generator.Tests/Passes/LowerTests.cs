namespace NetGen.Generator.Tests;

/// <summary>The interpreter trusts the graph; these tests hold the graph against the plain definition of a multilayer perceptron.</summary>
public sealed class LowerTests
{
    private const int Rows = 2;

    [Theory]
    [InlineData("", 4, 4, 4)]
    [InlineData(", Residual = true", 4, 4, 4)]
    [InlineData(", Residual = true, Input = 3, Output = 5", 3, 4, 5)]
    [InlineData(", Bias = false, Activation = Activation.Tanh", 4, 4, 4)]
    public void Graph_computes_the_declared_layers(string arguments, int input, int width, int output)
    {
        GeneratorRun run = GeneratorRun.Over($"using NetGen; [Mlp(Width = 4, Depth = 3{arguments})] public partial class Net;");
        Graph graph = InferShapes.Run(Lower.Run(run.Network));
        var random = new Random(5);
        Dictionary<string, double[]> parameters = [];
        var interpreter = new Interpreter(graph);
        double[] x = Draw(Rows * input);
        interpreter.Give(graph.Input, x);
        for (int value = 0; value < graph.Nodes.Count; value++)
        {
            if (graph[value].Operation is ParameterValue parameter)
                interpreter.Give(value, parameters[parameter.Path] = Draw((int)parameter.Shape.Count));
        }

        double[] expected = x;
        Func<double, double> function = arguments.Contains("Tanh", StringComparison.Ordinal) ? Math.Tanh : static z => Math.Max(0, z);
        bool residual = arguments.Contains("Residual", StringComparison.Ordinal);
        if (input != width)
            expected = Linear("input", expected, input, width);
        for (int layer = 0; layer < 3; layer++)
        {
            double[] activation = [.. Linear($"layers.{layer}.linear", expected, width, width).Select(function)];
            expected = residual ? [.. expected.Zip(activation, static (a, b) => a + b)] : activation;
        }

        if (output != width)
            expected = Linear("output", expected, width, output);

        Assert.Equal(expected, interpreter.RunTo(graph.Output), static (a, b) => Math.Abs(a - b) < 1e-12);

        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1)];

        double[] Linear(string name, double[] rows, int inputs, int outputs) => LowerTests.Linear(parameters, name, rows, inputs, outputs);
    }

    [Fact]
    public void Graph_computes_blocks_repetitions_and_branches()
    {
        GeneratorRun run = GeneratorRun.Over("""
            using NetGen;

            [Block, Linear(5), ReLU, Linear(4)] public class Inner;
            [Block, Linear(3), Tanh] public class Narrow;
            [Block, Linear(3)] public class Straight;

            [Network(Input = 4)]
            [Tanh, Repeat<Inner>(2, Residual = true), Parallel<Narrow, Straight>, Linear(2)]
            public partial class Net;
            """);
        Graph graph = InferShapes.Run(Lower.Run(run.Network));
        var random = new Random(5);
        Dictionary<string, double[]> parameters = [];
        var interpreter = new Interpreter(graph);
        double[] x = Draw(Rows * 4);
        interpreter.Give(graph.Input, x);
        for (int value = 0; value < graph.Nodes.Count; value++)
        {
            if (graph[value].Operation is ParameterValue parameter)
                interpreter.Give(value, parameters[parameter.Path] = Draw((int)parameter.Shape.Count));
        }

        double[] h = [.. x.Select(Math.Tanh)];
        for (int repetition = 0; repetition < 2; repetition++)
        {
            double[] hidden = [.. Linear($"1.{repetition}.0", h, 4, 5).Select(static z => Math.Max(0, z))];
            h = [.. h.Zip(Linear($"1.{repetition}.2", hidden, 5, 4), static (a, b) => a + b)];
        }

        double[] narrow = [.. Linear("2.0.0", h, 4, 3).Select(Math.Tanh)];
        double[] sum = [.. narrow.Zip(Linear("2.1.0", h, 4, 3), static (a, b) => a + b)];
        double[] expected = Linear("3", sum, 3, 2);

        Assert.Equal(expected, interpreter.RunTo(graph.Output), static (a, b) => Math.Abs(a - b) < 1e-12);

        double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => 2 * random.NextDouble() - 1)];

        double[] Linear(string name, double[] rows, int inputs, int outputs) => LowerTests.Linear(parameters, name, rows, inputs, outputs);
    }

    [Fact]
    public void Input_and_output_of_another_length_add_a_linear_layer_each()
    {
        GeneratorRun run = GeneratorRun.Over("using NetGen; [Mlp(Width = 8, Depth = 2, Input = 3, Output = 1)] public partial class Net;");

        Assert.Equal(["input", "layers.0", "layers.1", "output"], Lower.Run(run.Network).Layers.Select(static layer => layer.Name));
    }

    private static double[] Linear(Dictionary<string, double[]> parameters, string name, double[] rows, int inputs, int outputs)
    {
        double[] result = new double[Rows * outputs];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = parameters.TryGetValue(name + ".bias", out double[]? bias) ? bias[i % outputs] : 0;
            for (int k = 0; k < inputs; k++)
                result[i] += parameters[name + ".weight"][i % outputs * inputs + k] * rows[i / outputs * inputs + k];
        }

        return result;
    }
}
