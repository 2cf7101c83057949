namespace NetGen.Generator;

/// <summary>Turns declared layers into a graph of operations. Every way to declare a network ends here.</summary>
internal sealed class Lower
{
    private readonly GraphBuilder graph = new();
    private readonly List<Layer> layers = [];
    private int value;
    private int width;
    private int preActivation;
    private int activation;

    private Lower(int inputWidth)
    {
        width = inputWidth;
        value = graph.Add(new Given(Shape.Rows(inputWidth)), "x", layer: -1);
    }

    public static Graph Run(NetworkSpec spec)
    {
        var lowering = new Lower(spec.InputWidth);
        int input = lowering.value;
        foreach (LayerSpec layer in spec.Layers)
            lowering.AddLayer(layer);
        return new Graph(lowering.graph.ToNodes(), input, lowering.value, lowering.layers.ToEquatableArray());
    }

    private void AddLayer(LayerSpec layer)
    {
        int input = value;
        AddOperations(layer);
        layers.Add(new Layer(layer.Name, Describe(layer, "x"), input, preActivation, activation, value));
    }

    // Values are numbered as in papers, from 1; h3 is what layer 3 hands on.
    private void AddOperations(LayerSpec layer)
    {
        int number = layers.Count + 1;
        switch (layer)
        {
            case LinearSpec linear:
                int weight = AddParameter($"W{number}", linear.Name + ".weight", Shape.Of(linear.Outputs, width), linear.Init, linear.InitScale);
                Append(new MatMul(TransposeA: false, TransposeB: true), $"z{number}", weight);
                if (linear.Bias)
                    Append(new AddBias(), $"z{number}", AddParameter($"b{number}", linear.Name + ".bias", Shape.Of(linear.Outputs), "Zeros", 1f));
                width = linear.Outputs;
                preActivation = activation = value;
                break;

            case ActivationSpec { Function: var function }:
                Append(ActivationFunction.Named(function), $"h{number}");
                activation = value;
                break;

            case BlockSpec block:
                int input = value;
                foreach (LayerSpec inner in block.Layers)
                    AddOperations(inner);
                if (block.Residual)
                    value = graph.Add(new Add(), $"h{number}", layers.Count, input, value);
                break;

            default:
                throw new InvalidOperationException($"{layer} has no lowering.");
        }
    }

    private void Append(Operation operation, string name, params int[] others) =>
        value = graph.Add(operation, name, layers.Count, [value, .. others]);

    private int AddParameter(string name, string path, Shape shape, string init, float initScale) =>
        graph.Add(new Parameter(path, shape, init, initScale), name, layers.Count);

    private static string Describe(LayerSpec layer, string input) => layer switch
    {
        LinearSpec => $"Linear({input})",
        ActivationSpec { Function: var function } => $"{function}({input})",
        BlockSpec block => (block.Residual ? input + " + " : "") + block.Layers.Aggregate(input, static (inner, next) => Describe(next, inner)),
        _ => throw new InvalidOperationException($"{layer} has no description."),
    };
}
