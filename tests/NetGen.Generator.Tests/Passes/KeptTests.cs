namespace NetGen.Generator.Tests;

/// <summary>Routines that have a result and keep more than that for the backward pass, such as the probabilities of attention.</summary>
public sealed class KeptTests
{
    private const int Tokens = 3, Width = 5;

    [Fact]
    public void A_training_step_keeps_what_the_backward_pass_reads()
    {
        TrainingGraph training = Train(Forward());
        StepCalls step = Fuse.Run(training);
        Call scores = step.Forward.Single(static call => call is RoutineCall { Routine: Scores });
        Call gradient = step.Backward.Single(static call => call is RoutineCall { Routine: ScoresGradient });

        Assert.Equal(2, scores.Writes.Count());
        Assert.Contains(scores.Writes.Last(), gradient.Reads);
        Verifier.VerifyGraph(training.Graph);
        Verifier.VerifySchedule(training.Graph, step.All, [training.OutputGradient]);
        BufferPlan memory = Plan.Training(training, step);
        Verifier.VerifyMemory(training.Graph, memory, step.All, training.OutputGradient, step.Forward.Count, isWatched: true);
    }

    [Fact]
    public void A_call_names_what_it_keeps()
    {
        Graph forward = Forward();
        TrainingGraph training = Train(forward);
        StepCalls step = Fuse.Run(training);
        Call scores = step.Forward.Single(static call => call is RoutineCall { Routine: Scores });
        ParameterOffsets parameters = new(forward, Plan.Parameters(forward), new Identifiers([]));
        CallWriter writer = new(training.Graph, Plan.Training(training, step), parameters, new Identifiers([]));

        Assert.Equal("Scores.Apply(rows3, 5, ref a, from: z * n, to: h1 * n, probabilities: p * n);", writer.Line(scores));
    }

    [Fact]
    public void A_prediction_keeps_nothing()
    {
        EquatableArray<Call> calls = Fuse.Run(Forward());

        Assert.Single(calls.Single(static call => call is RoutineCall { Routine: Scores }).Writes);
    }

    [Fact]
    public void Nothing_is_expected_behind_an_operation_without_a_law()
    {
        EquatableArray<LayerSignal> signals = SignalPropagation.Run(
            Train(Forward()), InputSignal.Standard, TestContext.Current.CancellationToken);

        Assert.Equal(1.0, signals[0].PreActivationDeviation, 6);
        Assert.True(double.IsNaN(signals[0].StreamDeviation) && double.IsNaN(signals[0].Cosine) && double.IsNaN(signals[0].GradientRatio));
        Assert.True(double.IsNaN(signals[1].PreActivationDeviation));
        Assert.Equal(1.0, signals[1].GradientRatio, 6);
    }

    [Fact]
    public void A_table_shows_a_dash_where_nothing_is_expected()
    {
        Graph forward = Forward();
        EquatableArray<LayerSignal> signals = SignalPropagation.Run(
            Train(forward), InputSignal.Standard, TestContext.Current.CancellationToken);

        Assert.Equal(
            [
                "layer  std of z  of stream  z > 0  cosine  |dL/dz|",
                "0          1.00          -   0.50       -        -",
                "1             -          -      -       -     1.00",
            ],
            SignalTable.Render(forward, signals));
    }

    private static Graph Forward()
    {
        GraphBuilder graph = new();
        int x = graph.Add(new Given(Shape.Example(Tokens, Width)), "x", layer: -1);
        int z = Linear(graph, "0", x, layer: 0);
        int scores = graph.Add(new Scores(), "h1", 0, z);
        int y = Linear(graph, "1", scores, layer: 1);
        return InferShapes.Run(new Graph(
            graph.ToNodes(), x, y,
            EquatableArray.Of(new Layer("0", "Scores(Linear(x))", x, z, scores, scores), new Layer("1", "Linear(x)", scores, y, y, y)),
            default));
    }

    private static int Linear(GraphBuilder graph, string path, int input, int layer) => graph.Add(
        new MatMul(TransposeA: false, TransposeB: true), "z", layer, input,
        graph.Add(new ParameterValue(path + ".weight", Shape.Of(Width, Width), Init.LeCunNormal, 1), "W", layer));

    private static TrainingGraph Train(Graph forward)
    {
        TrainingGraph training = Differentiate.Run(forward);
        return training with { Graph = InferShapes.Run(training.Graph) };
    }

    /// <summary>A mixture of tokens by probabilities, which it keeps; the theory knows nothing of it.</summary>
    private sealed record Scores : RoutineOperation
    {
        public override string Routine => "Scores.Apply";

        public override EquatableArray<string> InputNames => EquatableArray.Of("from");

        public override EquatableArray<string> KeptNames => EquatableArray.Of("probabilities");

        public override Shape KeptShape(int index, Shape result) => result.WithWidth(result.Positions);

        public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0];

        public override string Describe(IReadOnlyList<string> inputs) => $"scores of {inputs[0]}";

        public override int Gradient(GraphBuilder graph, int value, int input, int upstream) =>
            graph.AddGradient(new ScoresGradient(), value, input, upstream, graph.Add(new Kept(this, 0), "p", graph[value].Layer, value));
    }

    private sealed record ScoresGradient : RoutineOperation
    {
        public override string Routine => "Scores.Backpropagate";

        public override EquatableArray<string> InputNames => EquatableArray.Of("from", "probabilities");

        public override Shape InferShape(IReadOnlyList<Shape> inputs) => inputs[0];

        public override string Describe(IReadOnlyList<string> inputs) => $"the gradient of scores from {inputs[0]}";
    }
}
