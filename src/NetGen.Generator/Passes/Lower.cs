using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>Turns declared layers into a graph of operations. Every way to declare a network ends here.</summary>
internal sealed partial class Lower
{
    private readonly GraphBuilder graph = new();
    private readonly List<Layer> layers = [];
    private readonly List<LayerRow> rows = [];
    private readonly Dictionary<string, int> parameters = [];
    private readonly List<string> blocks = [];
    private readonly bool trains;
    private readonly ShortcutRules rules;
    private readonly LayerDescription description;
    private readonly int? given;
    private float initFactor = 1f;
    private int masks;
    private int value;
    private Shape shape;

    private Lower(NetworkSpec spec, bool trains)
    {
        this.trains = trains;
        rules = new ShortcutRules(spec);
        description = new LayerDescription(rules);
        shape = spec.Example;
        value = graph.Add(new Given(shape), "x", layer: -1);
        bool readsLengths = spec.AllLayers.Any(static layer => layer is SelfAttentionSpec { Causal: false } or MeanPoolSpec);
        if ((spec.Example.IsSequence || spec.Example.Vocabulary > 0) && readsLengths)
            lengths = given = graph.Add(new Given(Shape.Example(1)), "lengths", layer: -1);
    }

    // Values are numbered by layers as in papers, from 1: h3 is what layer 3 hands on.
    private int Number => layers.Count;

    private Layer Current
    {
        get => layers[layers.Count - 1];
        set => layers[layers.Count - 1] = value;
    }

    /// <param name="spec">The network.</param>
    /// <param name="trains">Whether it is to be trained; a prediction is without dropout, and has running statistics for a batch's.</param>
    public static Graph Run(NetworkSpec spec, bool trains = true)
    {
        var lowering = new Lower(spec, trains);
        int input = lowering.value;
        foreach (LayerSpec layer in spec.Layers)
            lowering.AddRow(layer);
        return new Graph(
            lowering.graph.ToNodes(), input, lowering.value, lowering.layers.ToEquatableArray(), lowering.rows.ToEquatableArray())
        {
            Lengths = lowering.given,
        };
    }

    private void AddRow(LayerSpec layer)
    {
        int input = value;
        int first = graph.Count;
        AddOperations(layer, layer is BlockSpec { Title: null } ? layer.Name : null);
        rows.Add(new LayerRow(layer.Name, description.Of(layer, "x"), input, value, first, graph.Count - first));
    }

    /// <param name="layer">What to add.</param>
    /// <param name="name">The name of the layer it is part of, where that is not its own.</param>
    private void AddOperations(LayerSpec layer, string? name)
    {
        switch (layer)
        {
            case ProductSpec product:
                AddProduct(product, name ?? product.Name, initFactor);
                break;
            case NormSpec norm:
                AddNorm(norm, name ?? norm.Name);
                break;
            case BatchNormSpec norm:
                AddBatchNorm(norm, name ?? norm.Name);
                break;
            case GroupNormSpec norm:
                AddNorm(norm, name ?? norm.Name, "GroupNorm", new GroupNormalize(norm.Groups, norm.Epsilon), norm.Gain, norm.Bias);
                break;
            case ActivationSpec { Function: var function }:
                Continue(name ?? layer.Name);
                Activate(function.Name, () => Append(function, $"h{Number}"));
                break;
            case PReLUSpec relu:
                Continue(name ?? layer.Name);
                Activate("PReLU", () => AddPReLU(relu));
                break;
            case CReLUSpec { Function: var function }:
                Continue(name ?? layer.Name);
                Activate(function.Name, () => Append(function, $"h{Number}"));
                shape = shape.WithWidth(2 * shape.Width);
                break;
            case PoolSpec { Window: var window } pool:
                Reshape(
                    layer, name, pool.IsMax ? "MaxPool2d" : "AvgPool2d", pool.IsMax ? new MaxPool(window) : new AvgPool(window));
                break;
            case GlobalAvgPoolSpec:
                Reshape(layer, name, "GlobalAvgPool", new GlobalAvgPool());
                break;
            case FlattenSpec:
                Reshape(layer, name, "Flatten", new Flatten());
                break;
            case EmbeddingSpec embedding:
                AddEmbedding(embedding, name ?? layer.Name);
                break;
            case PositionEmbeddingSpec positions:
                Continue(name ?? layer.Name);
                AddPositions(positions);
                break;
            case SelfAttentionSpec attention:
                AddAttention(attention, name ?? layer.Name);
                break;
            case ClassTokenSpec token:
                Continue(name ?? layer.Name);
                AddClassToken(token);
                break;
            case FirstTokenSpec:
                Reshape(layer, name, "FirstToken", new First());
                break;
            case MeanPoolSpec:
                Reshape(layer, name, "MeanPool", new GlobalAvgPool(), Lengths());
                break;
            case SwiGluSpec:
                Continue(name ?? layer.Name);
                Activate("SwiGLU", () => Append(new SwiGlu(), $"h{Number}"));
                shape = layer.ShapeBehind(shape);
                break;
            case DropoutSpec dropout:
                Continue(name ?? layer.Name);
                AddDropout(dropout);
                break;
            case ScaleSpec scale:
                Continue(name ?? layer.Name);
                AddScale(scale);
                break;
            case BlockSpec block:
                AddAround(block, block.Shortcut, () => AddBlock(block, name), name is null ? "residual" : "x");
                break;
            case ParallelSpec parallel:
                AddAround(parallel, parallel.Shortcut, () => AddBranches(parallel), "residual");
                break;
            default:
                throw new InvalidOperationException($"{layer} has no lowering.");
        }

        if (layers.Count > 0)
            Current = Current with { Stream = value };
    }

    private void AddProduct(ProductSpec product, string layer, float factor, bool keepsInit = false, float? biasStart = null)
    {
        Begin(layer, description.Of(product, "x"));
        (Operation operation, Shape weightShape) = OperationOf(product);
        int weight = AddParameter(
            product, $"{(product.Gain is null ? "W" : "V")}{Number}", product.WeightRole, weightShape, product.Init, product.InitScale,
            keepsInit, initFactor: factor);
        Append(operation, $"z{Number}", weight);
        if (product.Gain is { } gain)
            AddWeightNorm(product, gain, weight, weightShape);
        if (product.Bias)
        {
            int bias = AddParameter(
                product, $"b{Number}", "bias", Shape.Of(product.Outputs), biasStart is null ? Init.Zeros : Init.Ones, biasStart ?? 1f);
            Append(new AddBias(), $"z{Number}", bias);
        }

        shape = product.ShapeBehind(shape);
        Current = Current with { PreActivation = value, Activation = value, Stream = value };
    }

    // W = g V / |V|, one g for each output: y = x Vᵀ ⊙ g / |V|
    private void AddWeightNorm(ProductSpec product, GainSpec gain, int weight, Shape weightShape)
    {
        Shape lengths = weightShape with { Dimensions = weightShape.Dimensions.Select((d, i) => i == 0 ? d : 1).ToEquatableArray() };
        int length = AddParameter(
            product, $"g{Number}", "weight_g", lengths, Init.Ones, gain.Start ?? 1f,
            lengthOf: gain.Start is null ? $"{product.ParameterPath}.{product.WeightRole}" : null);
        int scales = graph.AddOnce(
            new WeightScales((int)(weightShape.Count / product.Outputs)), $"scales{Number}", layers.Count - 1, weight, length);
        Append(new ScaleColumns(), $"z{Number}", scales, weight, length);
    }

    private (Operation Operation, Shape Weight) OperationOf(ProductSpec product) => product switch
    {
        LinearSpec => (new MatMul(TransposeA: false, TransposeB: true), Shape.Of(product.Outputs, shape.Width)),
        Conv2dSpec { Kernel: var kernel } convolution =>
            (new Conv2d(convolution.WindowOver(shape)), Shape.Of(product.Outputs, shape.Width, kernel, kernel)),
        _ => throw new InvalidOperationException($"{product} has no operation."),
    };

    private void AddNorm(NormSpec norm, string layer) => AddNorm(
        norm, layer, norm.Centered ? "LayerNorm" : "RmsNorm", new Normalize(norm.Centered, norm.Epsilon), norm.Gain, norm.Bias);

    private void AddNorm(LayerSpec norm, string layer, string title, Operation normalize, bool hasGain, bool hasBias)
    {
        Begin(layer, title + "(x)");
        Append(normalize, $"n{Number}");
        if (hasGain)
            Append(new ScaleBy(), $"z{Number}", AddParameter(norm, $"g{Number}", "weight", Shape.Of(shape.Width), Init.Ones, 1f));
        if (hasBias)
            Append(new AddBias(), $"z{Number}", AddParameter(norm, $"b{Number}", "bias", Shape.Of(shape.Width), Init.Zeros, 1f));
        Current = Current with { PreActivation = value, Activation = value, Stream = value };
    }

    // PReLU(z) = ReLU(z) + a min(0, z)
    private void AddPReLU(PReLUSpec relu)
    {
        int z = value;
        int positive = graph.Add(new ReLU(), $"r{Number}", layers.Count - 1, z);
        Append(new NegativePart(), $"n{Number}");
        Append(new ScaleBy(), $"n{Number}", AddParameter(relu, $"a{Number}", "weight", Shape.Of(1), Init.Ones, relu.Slope));
        value = graph.Add(new Add(), $"h{Number}", layers.Count - 1, positive, value);
    }

    private void AddDropout(DropoutSpec dropout)
    {
        if (!trains || dropout.Probability == 0)
            return;
        int mask = graph.Add(new DropoutMask(shape, dropout.Probability, masks), $"m{Number}", layers.Count - 1);
        masks++;
        Append(new Multiply(), $"h{Number}", mask);
        Current = Current with { Operation = $"Dropout({Current.Operation})" };
    }

    private void Reshape(LayerSpec layer, string? name, string title, Operation operation, params int[] others)
    {
        Continue(name ?? layer.Name);
        Append(operation, $"h{Number}", others);
        shape = layer.ShapeBehind(shape);
        Describe($"{title}({Current.Operation})");
    }

    private void AddScale(ScaleSpec scale)
    {
        if (scale.Learned)
        {
            Shape factors = Shape.Of(scale.PerChannel ? shape.Width : 1);
            Append(new ScaleBy(), $"h{Number}", AddParameter(scale, $"s{Number}", "weight", factors, Init.Ones, scale.Factor));
        }
        else
        {
            Append(new Scale(scale.Factor), $"h{Number}");
        }

        Current = Current with { Operation = $"Scale({Current.Operation})" };
    }

    private void AddBlock(BlockSpec block, string? name)
    {
        if (block.Class is { } type)
            blocks.Add(type);
        foreach (LayerSpec inner in block.Layers)
            AddOperations(inner, name);
        if (block.Class is not null)
            blocks.RemoveAt(blocks.Count - 1);
    }

    private void AddBranches(ParallelSpec parallel)
    {
        int input = value;
        Shape inputShape = shape;
        (int?, int) inputLengths = (lengths, uncounted);
        int? sum = null;
        foreach (BlockSpec branch in parallel.Branches)
        {
            value = input;
            shape = inputShape;
            (lengths, uncounted) = inputLengths;
            AddOperations(branch, name: null);
            if (value == input)
                Continue(branch.Name);
            if (sum is int before)
            {
                Join(before);
                Describe("branch + " + Current.Operation);
            }

            sum = value;
        }
    }

    private void Join(int other, string? name = null)
    {
        value = graph.Add(new Add(), name ?? $"h{Number}", layers.Count - 1, other, value);
        Current = Current with { Stream = value };
    }

    private void Describe(string operation) => Current = Current with { Operation = operation };

    private void Begin(string name, string operation) => layers.Add(new Layer(name, operation, value, value, value, value));

    /// <summary>Goes on with the current layer, or begins one where there is none in front.</summary>
    private void Continue(string name)
    {
        if (layers.Count == 0 || Current.Stream != value)
            Begin(name, "x");
    }

    private void Activate(string name, Action append)
    {
        int input = value;
        append();
        Current = Current with
        {
            Operation = $"{name}({Current.Operation})",
            // The activation of a sum belongs to the stream.
            Activation = Current.Activation == input ? value : Current.Activation,
        };
    }

    private void Append(Operation operation, string name, params int[] others) =>
        value = graph.Add(operation, name, layers.Count - 1, [value, .. others]);

    /// <summary>A parameter of a layer; where another use of a shared block has made it, the same one.</summary>
    private int AddParameter(
        LayerSpec layer, string name, string role, Shape dimensions, Init init, float initScale,
        bool keepsInit = true, int diagonal = 0, float initFactor = 1f, ParameterKind kind = ParameterKind.Parameter,
        string? lengthOf = null)
    {
        string path = $"{layer.ParameterPath}.{role}";
        if (parameters.TryGetValue(path, out int existing))
        {
            var shared = (ParameterValue)graph[existing].Operation;
            graph.Replace(existing, shared with { Blocks = shared.Blocks.Union(blocks).ToEquatableArray() });
            return existing;
        }

        ParameterValue parameter = new(path, dimensions, init, initScale)
        {
            KeepsInit = keepsInit,
            InitFactor = initFactor,
            Diagonal = diagonal,
            Frozen = layer.Frozen || kind != ParameterKind.Parameter,
            Kind = kind,
            LengthOf = lengthOf,
            Blocks = blocks.ToEquatableArray(),
        };
        return parameters[path] = graph.Add(parameter, name, layers.Count - 1);
    }
}
