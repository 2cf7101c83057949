namespace NetGen.Generator;

/// <summary>Turns declared layers into a graph of operations. Every way to declare a network ends here.</summary>
internal sealed class Lower
{
    private readonly GraphBuilder graph = new();
    private readonly List<Layer> layers = [];
    private readonly List<LayerRow> rows = [];
    private int value;
    private int width;

    private Lower(int inputWidth)
    {
        width = inputWidth;
        value = graph.Add(new Given(Shape.Rows(inputWidth)), "x", layer: -1);
    }

    // Values are numbered by layers as in papers, from 1: h3 is what layer 3 hands on.
    private int Number => layers.Count;

    public static Graph Run(NetworkSpec spec)
    {
        var lowering = new Lower(spec.InputWidth);
        int input = lowering.value;
        foreach (LayerSpec layer in spec.Layers)
            lowering.AddRow(layer);
        return new Graph(
            lowering.graph.ToNodes(), input, lowering.value, lowering.layers.ToEquatableArray(), lowering.rows.ToEquatableArray());
    }

    private void AddRow(LayerSpec layer)
    {
        int input = value;
        int first = graph.Count;
        AddOperations(layer, layer is BlockSpec { Title: null } ? layer.Name : null);
        rows.Add(new LayerRow(layer.Name, Describe(layer, "x"), input, value, first, graph.Count - first));
    }

    /// <param name="layer">What to add.</param>
    /// <param name="name">The name of the layer it is part of, where that is not its own.</param>
    private void AddOperations(LayerSpec layer, string? name)
    {
        int input = value;
        switch (layer)
        {
            case LinearSpec linear:
                AddLinear(linear, name ?? linear.Name);
                break;

            case ActivationSpec { Function: var function }:
                // Without a Linear in front of it, it is a layer of its own.
                if (layers.Count == 0 || Current.Stream != value)
                    layers.Add(new Layer(name ?? layer.Name, "x", input, input, input, input));
                Append(ActivationFunction.Named(function), $"h{Number}");
                Current = Current with
                {
                    Operation = $"{function}({Current.Operation})",
                    // That of a sum belongs to the stream.
                    Activation = Current.Activation == input ? value : Current.Activation,
                };
                break;

            case BlockSpec block:
                foreach (LayerSpec inner in block.Layers)
                    AddOperations(inner, name);
                if (block.Residual)
                    AddToStream(input, name is null ? "residual" : "x");
                break;

            case ParallelSpec parallel:
                AddBranches(parallel);
                if (parallel.Residual)
                    AddToStream(input, "residual");
                break;

            default:
                throw new InvalidOperationException($"{layer} has no lowering.");
        }

        Current = Current with { Stream = value };
    }

    private Layer Current
    {
        get => layers[layers.Count - 1];
        set => layers[layers.Count - 1] = value;
    }

    private void AddLinear(LinearSpec linear, string layer)
    {
        int input = value;
        layers.Add(new Layer(layer, "Linear(x)", input, input, input, input));
        int weight = AddParameter($"W{Number}", linear.Name + ".weight", Shape.Of(linear.Outputs, width), linear.Init, linear.InitScale);
        Append(new MatMul(TransposeA: false, TransposeB: true), $"z{Number}", weight);
        if (linear.Bias)
            Append(new AddBias(), $"z{Number}", AddParameter($"b{Number}", linear.Name + ".bias", Shape.Of(linear.Outputs), "Zeros", 1f));
        width = linear.Outputs;
        Current = Current with { PreActivation = value, Activation = value };
    }

    private void AddBranches(ParallelSpec parallel)
    {
        int input = value;
        int inputWidth = width;
        int? sum = null;
        foreach (BlockSpec branch in parallel.Branches)
        {
            value = input;
            width = inputWidth;
            AddOperations(branch, name: null);
            if (sum is int before)
                AddToStream(before, "branch");
            sum = value;
        }
    }

    private void AddToStream(int other, string what)
    {
        value = graph.Add(new Add(), $"h{Number}", layers.Count - 1, other, value);
        Current = Current with { Operation = $"{what} + {Current.Operation}" };
    }

    private void Append(Operation operation, string name, params int[] others) =>
        value = graph.Add(operation, name, layers.Count - 1, [value, .. others]);

    private int AddParameter(string name, string path, Shape shape, string init, float initScale) =>
        graph.Add(new Parameter(path, shape, init, initScale), name, layers.Count - 1);

    private static string Describe(LayerSpec layer, string input) => layer switch
    {
        LinearSpec => $"Linear({input})",
        ActivationSpec { Function: var function } => $"{function}({input})",
        BlockSpec { Title: string title } block => $"{Straight(block.Residual)}{title}({input})",
        BlockSpec block => Straight(block.Residual) + block.Layers.Aggregate(input, static (inner, next) => Describe(next, inner)),
        ParallelSpec parallel => Straight(parallel.Residual) + string.Join(" + ", parallel.Branches.Select(branch => Describe(branch, input))),
        _ => throw new InvalidOperationException($"{layer} has no description."),
    };

    private static string Straight(bool residual) => residual ? "x + " : "";
}
