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
        foreach (ParameterGradient pair in training.Gradients)
            interpreter.Give(pair.Parameter, Widen(network.Parameters[PathOf(pair.Parameter)].ToArray()));
        double[] outputs = interpreter.RunTo(graph.Output);
        interpreter.Give(training.OutputGradient, [.. outputs.Zip(targets, (y, t) => 2 * (y - t) / targets.Length)]);
        double loss = outputs.Zip(targets, static (y, t) => (y - t) * (y - t)).Average();

        float[] predicted = new float[targets.Length];
        network.Predict(inputs, predicted);
        AssertClose($"{label}: prediction", outputs, predicted);

        const float LearningRate = 0.25f;
        var trainer = network.CreateTrainer(new Sgd(LearningRate), Loss.MeanSquaredError, rows);
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
            bool isWeight = graph[pair.Parameter].Shape!.Dimensions.Count == 2;
            AssertClose(
                $"{label}: gradient of {PathOf(pair.Parameter)}",
                interpreter.RunTo(pair.Gradient), seen[(isWeight ? Observation.WeightGradient : Observation.BiasGradient, PathOf(pair.Parameter))]);
            if (isWeight)
            {
                AssertClose(
                    $"{label}: dL/dz of {graph.Layers[graph[pair.Parameter].Layer].Name}",
                    interpreter[graph[pair.Gradient].Inputs[0]],
                    seen[(Observation.PreActivationGradient, graph.Layers[graph[pair.Parameter].Layer].Name)]);
            }
        }

        Dictionary<int, float[]> before = training.Gradients.ToDictionary(static pair => pair.Parameter, pair => network.Parameters[PathOf(pair.Parameter)].ToArray());
        trainer.Step(inputs, targets);
        foreach (ParameterGradient pair in training.Gradients)
        {
            AssertClose(
                $"{label}: update of {PathOf(pair.Parameter)}",
                [.. before[pair.Parameter].Zip(interpreter[pair.Gradient], static (p, g) => p - LearningRate * g)],
                network.Parameters[PathOf(pair.Parameter)].ToArray());
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
