namespace NetGen.Generator.Tests;

/// <summary>The graphs of networks drawn at random, against their declarations and against finite differences.</summary>
[Trait("Speed", "Slow")]
public sealed class RandomGraphTests
{
    private const int Rows = 3;

    public static TheoryData<int> Seeds => [.. RandomArchitectures.All.Select(static architecture => architecture.Seed)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Graph_computes_what_is_declared(int seed) =>
        RandomArchitectures.Prove(RandomArchitectures.Find(seed), static architecture =>
        {
            Graph graph = InferShapes.Run(Lower.Run(RandomArchitectures.SpecOf(architecture), trains: false));
            var values = new GraphValues(graph, Rows, architecture.Seed);
            DrawnParameters parameters = new(values.Parameters, architecture.Survey);

            double[] expected =
            [
                .. values[graph.Input].Chunk((int)architecture.Input.Count)
                    .SelectMany((x, example) => architecture.Network.Compute(parameters, "", new Tensor(architecture.Input, x)
                    {
                        Length = graph.Lengths is int lengths ? (int)values[lengths][example] : null,
                    }).Elements),
            ];

            double[] actual = values.Interpret(graph).RunTo(graph.Output);
            double scale = expected.Max(Math.Abs);
            Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) <= 1e-11 * scale);
        });

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Gradients_are_limits_of_difference_quotients(int seed) =>
        RandomArchitectures.Prove(RandomArchitectures.Find(seed), static architecture =>
        {
            Graph graph = InferShapes.Run(Lower.Run(RandomArchitectures.SpecOf(architecture)));
            new DirectionalDifferences(graph, Rows, architecture.Seed).Judge();
        });
}
