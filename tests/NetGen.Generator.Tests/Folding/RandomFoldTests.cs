namespace NetGen.Generator.Tests;

/// <summary>Networks drawn at random compute the same in double precision when they are folded.</summary>
[Trait("Speed", "Slow")]
public sealed class RandomFoldTests
{
    private const int Rows = 3;

    public static TheoryData<int> Foldable => [.. Folding(FoldableArchitectures.All)];

    public static TheoryData<int> Usual => [.. Folding(RandomArchitectures.All.ToDictionary(
        static architecture => architecture.Seed,
        static architecture => (RandomArchitectures.SpecOf(architecture), Fold.Run(RandomArchitectures.SpecOf(architecture)))))];

    [Theory]
    [MemberData(nameof(Foldable))]
    public void A_network_of_what_folds_computes_the_same(int seed)
    {
        (NetworkSpec network, FoldedNetwork? folded) = FoldableArchitectures.All[seed];
        AssertSame(network, folded!, seed);
    }

    [Theory]
    [MemberData(nameof(Usual))]
    public void Any_network_computes_the_same(int seed) =>
        RandomArchitectures.Prove(RandomArchitectures.Find(seed), static architecture =>
        {
            NetworkSpec network = RandomArchitectures.SpecOf(architecture);
            AssertSame(network, Fold.Run(network)!, architecture.Seed);
        });

    [Fact]
    public void Every_rule_is_among_them()
    {
        IEnumerable<FoldedValue> values = [.. FoldableArchitectures.All.Values.Select(static pair => pair.Folded).OfType<FoldedNetwork>()
            .SelectMany(static folded => folded.Values.Values).SelectMany(Within)];

        Assert.Equal(
            typeof(FoldedValue).Assembly.GetTypes().Where(static type => type.BaseType == typeof(FoldedValue))
                .Select(static type => type.Name).Order(),
            values.Select(static value => value.GetType().Name).Distinct().Order());
    }

    private static IEnumerable<int> Folding(IReadOnlyDictionary<int, (NetworkSpec Network, FoldedNetwork? Folded)> networks) =>
        networks.Where(static pair => pair.Value.Folded is not null).Select(static pair => pair.Key);

    private static void AssertSame(NetworkSpec network, FoldedNetwork folded, int seed)
    {
        Graph graph = InferShapes.Run(Lower.Run(network, trains: false)), other = InferShapes.Run(Lower.Run(folded.Network, trains: false));
        GraphValues values = new(graph, Rows, seed);
        FoldReference reference = new(values.Parameters, graph);
        Interpreter interpreter = new(other);
        interpreter.Give(other.Input, values[graph.Input]);
        if (other.Lengths is int lengths)
            interpreter.Give(lengths, values[graph.Lengths!.Value]);
        for (int value = 0; value < other.Nodes.Count; value++)
        {
            if (other[value].Operation is ParameterValue parameter)
                interpreter.Give(value, reference.Value(folded, parameter));
        }

        double[] expected = values.Interpret(graph).RunTo(graph.Output);
        double scale = expected.Max(Math.Abs);

        Assert.True(other.Layers.Count <= graph.Layers.Count);
        Assert.Equal(expected, interpreter.RunTo(other.Output), (a, b) => Math.Abs(a - b) <= 1e-12 * scale);
    }

    private static IEnumerable<FoldedValue> Within(FoldedValue value) => value switch
    {
        NormalizedValue norm => Within(norm.Of).Append(value),
        ScaledValue scaled => Within(scaled.Of).Append(value),
        ScaledByValue scaled => Within(scaled.Of).Append(value),
        WidenedValue wide => Within(wide.Of).Append(value),
        HalvesValue halves => Within(halves.Of).Append(value),
        SumValue sum => [.. Within(sum.First), .. Within(sum.Second), value],
        _ => [value],
    };
}
