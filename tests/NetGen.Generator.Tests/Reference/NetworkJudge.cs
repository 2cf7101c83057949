namespace NetGen.Generator.Tests;

/// <summary>Holds a compiled network against the interpreter: prediction, loss, every value a probe can see, every gradient, one update.</summary>
internal static class NetworkJudge
{
    // Sums of up to 300 float products, twice per layer, relative to the greatest value of a tensor.
    private const double Tolerance = 2e-5;

    // Inside a kernel there are more roundings than one.
    private const double Roundings = 16;

    public static void Judge<TNetwork>(NetworkSpec spec, int rows, int seed)
        where TNetwork : class, INetwork
    {
        string label = $"{TNetwork.Info.Name}, {rows} rows";
        var random = new SeededRandom(seed);
        var network = (TNetwork)Activator.CreateInstance(typeof(TNetwork), seed, null, null)!;
        foreach (ParameterInfo bias in TNetwork.Info.Parameters.Where(static parameter => parameter.Shape.Length == 1))
            network.Parameters[bias.Name].CopyFrom(Draw(random, bias.Count));
        float[] inputs = Draw(random, rows * TNetwork.Info.InputWidth);
        float[] targets = Draw(random, rows * TNetwork.Info.OutputWidth);

        Graph forward = InferShapes.Run(Lower.Run(spec));
        TrainingGraph training = Differentiate.Run(forward);
        Graph graph = InferShapes.Run(training.Graph);
        var interpreter = new RoundingInterpreter(graph, rows);
        interpreter.Give(graph.Input, Widen(inputs));
        GiveParameters(interpreter.Give, graph);
        for (int value = 0; value < graph.Nodes.Count; value++)
        {
            if (graph[value].Operation is DropoutMask mask)
                interpreter.Give(value, DropoutReference.Mask(rows, mask.Shape.Width, mask, seed, step: 0));
        }

        interpreter.Give(training.OutputGradient, (y, i) => 2 * (y - targets[i]) / targets.Length);
        double[] differences = [.. interpreter[graph.Output].Zip(targets, static (y, t) => y - t)];

        float[] predicted = new float[targets.Length];
        network.Predict(inputs, predicted);
        Graph predicting = InferShapes.Run(Lower.Run(spec, trains: false));
        RoundingInterpreter prediction = new(predicting, rows);
        prediction.Give(predicting.Input, Widen(inputs));
        GiveParameters(prediction.Give, predicting);
        AssertClose($"{label}: prediction", prediction[predicting.Output], prediction.RoundingOf(predicting.Output), predicted);

        const float LearningRate = 0.25f;
        var trainer = network.CreateTrainer(new Sgd(LearningRate), Loss.MeanSquaredError, rows, seed: seed);
        Dictionary<(Observation Observation, string Name), float[]> seen = [];
        var probe = new RecordingProbe(seen);
        AssertClose(
            $"{label}: loss", [differences.Average(static d => d * d)], 2 * differences.Max(Math.Abs) * interpreter.RoundingOf(graph.Output),
            [trainer.Inspect(inputs, targets, ref probe)]);
        foreach (Layer layer in graph.Layers)
        {
            AssertValue($"z of {layer.Name}", layer.PreActivation, seen[(Observation.PreActivation, layer.Name)]);
            AssertValue($"f(z) of {layer.Name}", layer.Activation, seen[(Observation.Activation, layer.Name)]);
            AssertValue($"stream of {layer.Name}", layer.Stream, seen[(Observation.Stream, layer.Name)]);
        }

        foreach (ParameterGradient pair in training.Gradients)
        {
            bool isBias = PathOf(pair.Parameter).EndsWith(".bias", StringComparison.Ordinal);
            AssertValue(
                $"gradient of {PathOf(pair.Parameter)}", pair.Gradient,
                seen[(isBias ? Observation.BiasGradient : Observation.WeightGradient, PathOf(pair.Parameter))]);
            if (graph[pair.Gradient].Operation is MatMul)
            {
                AssertValue(
                    $"dL/dz of {graph.Layers[graph[pair.Parameter].Layer].Name}", graph[pair.Gradient].Inputs[0],
                    seen[(Observation.PreActivationGradient, graph.Layers[graph[pair.Parameter].Layer].Name)]);
            }
        }

        Dictionary<int, float[]> before = training.Gradients.ToDictionary(static pair => pair.Parameter, pair => network.Parameters[PathOf(pair.Parameter)].ToArray());
        Dictionary<string, float[]> frozen = TNetwork.Info.Parameters.Where(static parameter => parameter.Frozen)
            .ToDictionary(static parameter => parameter.Name, parameter => network.Parameters[parameter.Name].ToArray());
        trainer.Step(inputs, targets);
        foreach (ParameterGradient pair in training.Gradients)
        {
            AssertClose(
                $"{label}: update of {PathOf(pair.Parameter)}",
                [.. before[pair.Parameter].Zip(interpreter[pair.Gradient], static (p, g) => p - LearningRate * g)],
                LearningRate * interpreter.RoundingOf(pair.Gradient),
                network.Parameters[PathOf(pair.Parameter)].ToArray());
        }

        Assert.Equal(TNetwork.Info.Parameters.Length, before.Count + frozen.Count);
        Assert.All(frozen, pair => Assert.Equal(pair.Value, network.Parameters[pair.Key].ToArray()));

        void AssertValue(string what, int value, float[] actual) =>
            AssertClose($"{label}: {what}", interpreter[value], interpreter.RoundingOf(value), actual);

        void GiveParameters(Action<int, double[]> give, Graph of)
        {
            for (int value = 0; value < of.Nodes.Count; value++)
            {
                if (of[value].Operation is Parameter parameter)
                    give(value, Widen(network.Parameters[parameter.Path].ToArray()));
            }
        }

        string PathOf(int parameter) => ((Parameter)graph[parameter].Operation).Path;
    }

    private static float[] Draw(SeededRandom random, int count)
    {
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
            value = random.NextSingle(-1, 1);
        return values;
    }

    private static double[] Widen(float[] values) => [.. values.Select(static value => (double)value)];

    private static void AssertClose(string what, double[] expected, double rounding, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double tolerance = Tolerance * expected.Max(Math.Abs) + Roundings * rounding;
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(expected[i] - actual[i]) <= tolerance))
                Assert.Fail($"{what}: element {i} is {actual[i]:R}, expected {expected[i]:R} within {tolerance:E1}.");
        }
    }
}
