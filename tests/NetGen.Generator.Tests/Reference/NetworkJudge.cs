namespace NetGen.Generator.Tests;

/// <summary>Holds a compiled network against the interpreter: prediction, loss, every value a probe can see, every gradient, one update.</summary>
internal static class NetworkJudge
{
    // Sums of up to 257 float products, twice per layer, relative to the greatest value of a tensor.
    private const double Tolerance = 2e-5;

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
        var interpreter = new Interpreter(graph, rows);
        interpreter.Give(graph.Input, Widen(inputs));
        GiveParameters(interpreter, graph);
        for (int value = 0; value < graph.Nodes.Count; value++)
        {
            if (graph[value].Operation is DropoutMask mask)
                interpreter.Give(value, DropoutReference.Mask(rows, mask.Shape.Width, mask, seed, step: 0));
        }

        double[] outputs = interpreter.RunTo(graph.Output);
        interpreter.Give(training.OutputGradient, [.. outputs.Zip(targets, (y, t) => 2 * (y - t) / targets.Length)]);
        double loss = outputs.Zip(targets, static (y, t) => (y - t) * (y - t)).Average();

        float[] predicted = new float[targets.Length];
        network.Predict(inputs, predicted);
        AssertClose($"{label}: prediction", Predict(), predicted);

        const float LearningRate = 0.25f;
        var trainer = network.CreateTrainer(new Sgd(LearningRate), Loss.MeanSquaredError, rows, seed: seed);
        Dictionary<(Observation Observation, string Name), float[]> seen = [];
        var probe = new RecordingProbe(seen);
        AssertClose($"{label}: loss", [loss], [trainer.Inspect(inputs, targets, ref probe)]);
        foreach (Layer layer in graph.Layers)
        {
            AssertClose($"{label}: z of {layer.Name}", interpreter[layer.PreActivation], seen[(Observation.PreActivation, layer.Name)]);
            AssertClose($"{label}: f(z) of {layer.Name}", interpreter[layer.Activation], seen[(Observation.Activation, layer.Name)]);
            AssertClose($"{label}: stream of {layer.Name}", interpreter[layer.Stream], seen[(Observation.Stream, layer.Name)]);
        }

        foreach (ParameterGradient pair in training.Gradients)
        {
            bool isBias = PathOf(pair.Parameter).EndsWith(".bias", StringComparison.Ordinal);
            AssertClose(
                $"{label}: gradient of {PathOf(pair.Parameter)}",
                interpreter.RunTo(pair.Gradient), seen[(isBias ? Observation.BiasGradient : Observation.WeightGradient, PathOf(pair.Parameter))]);
        }

        for (int layer = 0; layer < graph.Layers.Count; layer++)
        {
            // That of the network's input is of no use, and one that only lives in a kernel is not shown.
            if (seen.TryGetValue((Observation.PreActivationGradient, graph.Layers[layer].Name), out float[]? gradient))
                AssertClose($"{label}: dL/dz of {graph.Layers[layer].Name}", interpreter.RunTo(training.LayerGradients[layer]), gradient);
            else
                Assert.False(training.LayerGradients[layer] >= 0 && graph.Nodes.Any(node => node.Layer == layer && node.Operation is MatMul), $"{label}: dL/dz of {graph.Layers[layer].Name} is not shown.");
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
                network.Parameters[PathOf(pair.Parameter)].ToArray());
        }

        Assert.Equal(TNetwork.Info.Parameters.Length, before.Count + frozen.Count);
        Assert.All(frozen, pair => Assert.Equal(pair.Value, network.Parameters[pair.Key].ToArray()));

        void GiveParameters(Interpreter to, Graph of)
        {
            for (int value = 0; value < of.Nodes.Count; value++)
            {
                if (of[value].Operation is Parameter parameter)
                    to.Give(value, Widen(network.Parameters[parameter.Path].ToArray()));
            }
        }

        double[] Predict()
        {
            Graph predicting = InferShapes.Run(Lower.Run(spec, trains: false));
            Interpreter prediction = new(predicting, rows);
            prediction.Give(predicting.Input, Widen(inputs));
            GiveParameters(prediction, predicting);
            return prediction.RunTo(predicting.Output);
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

    private static void AssertClose(string what, double[] expected, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double scale = expected.Max(Math.Abs);
        for (int i = 0; i < expected.Length; i++)
        {
            if (!(Math.Abs(expected[i] - actual[i]) <= Tolerance * scale))
                Assert.Fail($"{what}: element {i} is {actual[i]:R}, expected {expected[i]:R} within {Tolerance * scale:E1}.");
        }
    }
}
