namespace NetGen.Generator.Tests;

/// <summary>Every operation's derivative against finite differences, in double precision.</summary>
public sealed class DerivativeTests
{
    private const int Inputs = 5, Width = 4;

    // Each row builds on two batches of rows, u = x Uᵀ and v = x Vᵀ, so that derivatives with respect to every input are seen.
    private static readonly Dictionary<string, Func<GraphBuilder, int, int, int>> Operations = new()
    {
        [nameof(MatMul)] = static (graph, u, v) =>
            Add(graph, new Add(), v, Add(graph, new MatMul(TransposeA: false, TransposeB: true), u, Parameter(graph, Width, Width))),
        [nameof(AddBias)] = static (graph, u, v) => Add(graph, new Add(), v, Add(graph, new AddBias(), u, Parameter(graph, Width))),
        [nameof(Graphs.Add)] = static (graph, u, v) => Add(graph, new Add(), u, v),
        [nameof(Multiply)] = static (graph, u, v) => Add(graph, new Multiply(), u, v),
        [nameof(ReLU)] = static (graph, u, v) => Activate(graph, new ReLU(), u, v),
        [nameof(LeakyReLU)] = static (graph, u, v) => Activate(graph, new LeakyReLU(), u, v),
        [nameof(Tanh)] = static (graph, u, v) => Activate(graph, new Tanh(), u, v),
        [nameof(Sigmoid)] = static (graph, u, v) => Activate(graph, new Sigmoid(), u, v),
        [nameof(Gelu)] = static (graph, u, v) => Activate(graph, new Gelu(), u, v),
        [nameof(GeluTanh)] = static (graph, u, v) => Activate(graph, new GeluTanh(), u, v),
        [nameof(NegativePart)] = static (graph, u, v) => Activate(graph, new NegativePart(), u, v),
        [nameof(Graphs.Scale)] = static (graph, u, v) => Add(graph, new Add(), v, Add(graph, new Scale(0.7f), u)),
        [nameof(ScaleBy)] = static (graph, u, v) =>
            Add(graph, new Add(), Add(graph, new ScaleBy(), u, Parameter(graph, Width)), Add(graph, new ScaleBy(), v, Parameter(graph, 1))),
        [nameof(Normalize)] = static (graph, u, v) => Add(
            graph, new Add(),
            Add(graph, new Normalize(Centered: false, 1e-2f), u), Add(graph, new Normalize(Centered: true, 1e-2f), v)),
        [nameof(BatchNormalize)] = static (graph, u, v) => Add(
            graph, new Add(), BatchNorm(graph, u, Parameter(graph, Width), Parameter(graph, Width)), BatchNorm(graph, v)),
        [nameof(GroupNormalize)] = static (graph, u, v) =>
            Add(graph, new Multiply(), Add(graph, new GroupNormalize(2, 1e-2f), u), Add(graph, new GroupNormalize(1, 1e-2f), v)),
        [nameof(CReLU)] = static (graph, u, v) =>
            Add(graph, new Multiply(), Add(graph, new CReLU(Signed: false), u), Add(graph, new CReLU(Signed: true), v)),
        [nameof(ScaleColumns)] = static (graph, u, v) =>
        {
            int weight = Parameter(graph, Width, Width), gain = Parameter(graph, Width, 1);
            int z = Add(graph, new MatMul(TransposeA: false, TransposeB: true), u, weight);
            int scales = Add(graph, new WeightScales(Width), weight, gain);
            return Add(graph, new Add(), v, Add(graph, new ScaleColumns(), z, scales, weight, gain));
        },
        [nameof(Mix)] = static (graph, u, v) => Add(graph, new Add(), v, Add(graph, new Mix(Transposed: false), u, Parameter(graph, 2, 2))),
        [nameof(Spread)] = static (graph, u, v) =>
            Add(graph, new Multiply(), Add(graph, new Spread(3, 0.5f), u), Add(graph, new Spread(3, 2f), v)),
        [nameof(Collect)] = static (graph, u, v) =>
            Add(graph, new Multiply(), Add(graph, new Collect(2, 0.5f), u), Add(graph, new Collect(2, 2f), v)),
        [nameof(SiLU)] = static (graph, u, v) => Activate(graph, new SiLU(), u, v),
        [nameof(SquaredReLU)] = static (graph, u, v) => Activate(graph, new SquaredReLU(), u, v),
        [nameof(Concatenate)] = static (graph, u, v) =>
            Add(graph, new Multiply(), Add(graph, new Concatenate(3), u, v, u), Add(graph, new Concatenate(3), v, u, u)),
        [nameof(SwiGlu)] = static (graph, u, v) =>
            Add(graph, new Multiply(), Add(graph, new SwiGlu(), u), Add(graph, new SwiGlu(), Add(graph, new Tanh(), v))),
    };

    // The same for what is over images, of 3 by 4 pixels.
    private static readonly Dictionary<string, Func<GraphBuilder, int, int, int>> ImageOperations = new()
    {
        [nameof(Conv2d)] = static (graph, u, v) => Add(
            graph, new Add(),
            Add(graph, new Conv2d(ConvolutionWindow.Same(3, 4, 3, 1)), u, Parameter(graph, Width, Width, 3, 3)),
            Add(graph, new Conv2d(ConvolutionWindow.Same(3, 4, 2, 1)), v, Parameter(graph, Width, Width, 2, 2))),
        [nameof(MaxPool)] = static (graph, u, v) => Add(
            graph, new Multiply(),
            Add(graph, new MaxPool(new PoolWindow(3, 4, Kernel: 2, Stride: 1, Padding: 1)), u),
            Add(graph, new MaxPool(new PoolWindow(3, 4, Kernel: 2, Stride: 1, Padding: 1)), v)),
        [nameof(AvgPool)] = static (graph, u, v) => Add(
            graph, new Multiply(),
            Add(graph, new AvgPool(new PoolWindow(3, 4, Kernel: 3, Stride: 2, Padding: 1)), u),
            Add(graph, new AvgPool(new PoolWindow(3, 4, Kernel: 3, Stride: 2, Padding: 1)), v)),
        [nameof(GlobalAvgPool)] = static (graph, u, v) =>
            Add(graph, new Multiply(), Add(graph, new GlobalAvgPool(), u), Add(graph, new GlobalAvgPool(), v)),
        [nameof(Flatten)] = static (graph, u, v) =>
            Add(graph, new Multiply(), Add(graph, new Flatten(), u), Add(graph, new Flatten(), Add(graph, new Tanh(), v))),
    };

    // The same for what is over sequences of several lengths, up to 5.
    private static readonly Dictionary<string, Func<GraphBuilder, int, int, int, int>> SequenceOperations = new()
    {
        [nameof(Attend)] = static (graph, u, v, lengths) => Add(
            graph, new Multiply(),
            Add(graph, new Attend(Heads: 2, Causal: false), Project(graph, u, 3 * Width), lengths),
            Add(graph, new Attend(Heads: 1, Causal: true), Project(graph, v, 3 * Width))),
        [nameof(Rotate)] = static (graph, u, v, _) => Add(
            graph, new Multiply(),
            Add(graph, new Rotate(Heads: 2, Base: 10), Project(graph, u, 3 * Width)),
            Add(graph, new Rotate(Heads: 1, Base: 100), Project(graph, v, 3 * Width))),
        [nameof(AddPositions)] = static (graph, u, v, _) =>
            Add(graph, new Multiply(), v, Add(graph, new AddPositions(), u, Parameter(graph, 7, Width))),
        [nameof(AddSines)] = static (graph, u, v, _) => Add(graph, new Multiply(), v, Add(graph, new AddSines(), u)),
        [nameof(Prepend)] = static (graph, u, v, _) => Add(
            graph, new Multiply(),
            Add(graph, new Prepend(), u, Parameter(graph, Width)), Add(graph, new Prepend(), v, Parameter(graph, Width))),
        [nameof(First)] = static (graph, u, v, _) => Add(graph, new Multiply(), Add(graph, new First(), u), Add(graph, new First(), v)),
        [nameof(Embed)] = static (graph, u, v, _) => Add(
            graph, new Add(), Add(graph, new Multiply(), u, v),
            Add(graph, new Embed(), graph.Add(new Given(Shape.Tokens(5, 6)), "t", layer: -1), Parameter(graph, 6, Width))),
        ["GlobalAvgPool over lengths"] = static (graph, u, v, lengths) => Add(
            graph, new Multiply(), Add(graph, new GlobalAvgPool(), u, lengths), Add(graph, new GlobalAvgPool(), v, lengths)),
    };

    public static TheoryData<string> SequenceCases => [.. SequenceOperations.Keys];

    [Theory]
    [MemberData(nameof(SequenceCases))]
    public void Derivative_over_sequences_is_the_limit_of_difference_quotients(string operation) =>
        Judge(Shape.Example(5, Inputs), SequenceOperations[operation]);

    // A vector, and a sequence of three tokens.
    public static MatrixTheoryData<string, int> Cases => new(Operations.Keys, [1, 3]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Derivative_is_the_limit_of_difference_quotients(string operation, int positions) =>
        Judge(positions == 1 ? Shape.Example(Inputs) : Shape.Example(positions, Inputs), Operations[operation]);

    public static TheoryData<string> ImageCases => [.. ImageOperations.Keys];

    [Theory]
    [MemberData(nameof(ImageCases))]
    public void Derivative_over_images_is_the_limit_of_difference_quotients(string operation) =>
        Judge(Shape.Example(3, 4, Inputs), ImageOperations[operation]);

    private static void Judge(Shape example, Func<GraphBuilder, int, int, int> operation) =>
        Judge(example, (graph, u, v, _) => operation(graph, u, v));

    private static void Judge(Shape example, Func<GraphBuilder, int, int, int, int> operation)
    {
        var graph = new GraphBuilder();
        int x = graph.Add(new Given(example), "x", layer: -1);
        int lengths = graph.Add(new Given(Shape.Example(1)), "lengths", layer: -1);
        int u = Add(graph, new MatMul(TransposeA: false, TransposeB: true), x, Parameter(graph, Width, Inputs));
        int v = Add(graph, new MatMul(TransposeA: false, TransposeB: true), x, Parameter(graph, Width, Inputs));
        int output = operation(graph, u, v, lengths);
        Graph forward = InferShapes.Run(new Graph(graph.ToNodes(), x, output, default, default) { Lengths = lengths });

        Assert.InRange(new FiniteDifferences(forward, seed: 7).GreatestError(), 0, 1e-7);
    }

    [Fact]
    public void Gradients_of_a_value_used_twice_add_up()
    {
        var graph = new GraphBuilder();
        int x = graph.Add(new Given(Shape.Example(Inputs)), "x", layer: -1);
        int shared = Parameter(graph, Inputs, Inputs);
        int once = Add(graph, new Tanh(), Add(graph, new MatMul(TransposeA: false, TransposeB: true), x, shared));
        int twice = Add(graph, new MatMul(TransposeA: false, TransposeB: true), once, shared);
        Graph forward = InferShapes.Run(
            new Graph(graph.ToNodes(), x, Add(graph, new Add(), once, twice), default, default) with { Nodes = graph.ToNodes() });

        Assert.InRange(new FiniteDifferences(forward, seed: 3).GreatestError(), 0, 1e-7);
    }

    [Fact]
    public void Every_differentiable_operation_has_its_row()
    {
        IEnumerable<string> differentiable = typeof(Operation).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(Operation)) && !type.IsAbstract)
            .Where(static type => type.GetMethod(nameof(Operation.Gradient))!.DeclaringType != typeof(Operation))
            .Select(static type => type.Name);

        Assert.Equal(
            differentiable.Order(StringComparer.Ordinal),
            Operations.Keys.Concat(ImageOperations.Keys).Concat(SequenceOperations.Keys.Where(static name => !name.Contains(' ')))
                .Order(StringComparer.Ordinal));
    }

    private static int Activate(GraphBuilder graph, ActivationFunction function, int u, int v) =>
        Add(graph, new Add(), v, Add(graph, function, u));

    private static int Project(GraphBuilder graph, int x, int outputs) =>
        Add(graph, new MatMul(TransposeA: false, TransposeB: true), x, Parameter(graph, outputs, Width));

    private static int BatchNorm(GraphBuilder graph, int x, params int[] affine)
    {
        int moments = Add(graph, new BatchMoments(), x);
        BatchStatistics statistics = new(Positions: 1, 1e-2f, 0.1f);
        int[] state = [State(graph, Width), State(graph, Width), State(graph, 1)];
        return Add(graph, new BatchNormalize(), [x, Add(graph, statistics, [moments, .. state, .. affine]), .. affine]);
    }

    private static int State(GraphBuilder graph, int length) =>
        graph.Add(new ParameterValue("s", Shape.Of(length), Init.Zeros, 1) { Frozen = true, Kind = ParameterKind.State }, "s", 0);

    private static int Add(GraphBuilder graph, Operation operation, params int[] inputs) => graph.Add(operation, "v", 0, inputs);

    private static int Parameter(GraphBuilder graph, params int[] shape) =>
        graph.Add(new ParameterValue("p", Shape.Of(shape), Init.Zeros, 1), "p", 0);
}
