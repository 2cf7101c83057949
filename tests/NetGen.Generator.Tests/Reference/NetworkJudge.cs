namespace NetGen.Generator.Tests;

/// <summary>
/// Holds a compiled network against the interpreter: prediction, loss, every value a probe can see, every gradient, one update, and threads
/// that share steps against one alone.
/// </summary>
internal static class NetworkJudge
{
    // Sums of up to 300 float products, twice per layer, relative to the greatest value of a tensor.
    private const double Tolerance = 2e-5;

    /// <param name="spec">The network.</param>
    /// <param name="rows">The size of the batch.</param>
    /// <param name="seed">The seed of parameters and examples.</param>
    /// <param name="roundings">
    /// How many times what rounding to float does to a value, as measured, it may be off too: sums that cancel lose more than their size
    /// tells.
    /// </param>
    public static void Judge<TNetwork>(NetworkSpec spec, int rows, int seed, double roundings)
        where TNetwork : class, INetwork
    {
        int samples = roundings == 0 ? 0 : 4;
        string label = $"{TNetwork.Info.Name}, {rows} rows";
        var random = new SeededRandom(seed);
        var network = (TNetwork)Activator.CreateInstance(typeof(TNetwork), seed, null, null)!;
        foreach (ParameterInfo bias in TNetwork.Info.Parameters.Where(static parameter => parameter.Shape.Length == 1))
            network.Parameters[bias.Name].CopyFrom(Draw(random, bias.Count));
        foreach (ParameterInfo state in TNetwork.Info.States)
            network.Parameters[state.Name].CopyFrom([.. Draw(random, state.Count).Select(static x => 0.5f + MathF.Abs(x))]);
        float[] values = Draw(random, rows * TNetwork.Info.InputLength);
        int[]? tokens = TNetwork.Info.Vocabulary is int vocabulary
            ? [.. values.Select(_ => random.NextInt32(vocabulary))]
            : null;
        float[] targets = Draw(random, rows * TNetwork.Info.OutputLength);

        Graph forward = InferShapes.Run(Lower.Run(spec));
        TrainingGraph training = Differentiate.Run(forward);
        Graph graph = InferShapes.Run(training.Graph);
        var interpreter = new RoundingInterpreter(graph, samples);
        int[] lengths = graph.Lengths is null ? [] : [.. Enumerable.Range(0, rows).Select(_ => 1 + random.NextInt32(graph.Length))];
        GiveExamples(interpreter.Give, graph);
        GiveParameters(interpreter.Give, graph);
        for (int value = 0; value < graph.Nodes.Count; value++)
        {
            if (graph[value].Operation is DropoutMask mask)
                interpreter.Give(value, DropoutReference.Mask(rows, mask, seed, step: 0));
        }

        // Where there is an output for each position, those behind the end of a sequence do not count.
        bool[] counts = [.. Enumerable.Range(0, targets.Length).Select(Counts)];
        int counted = counts.Count(static counts => counts);
        interpreter.Give(training.OutputGradient, (y, i) => counts[i] ? 2 * (y - targets[i]) / counted : 0);
        double[] differences = [.. interpreter[graph.Output].Zip(targets, static (y, t) => y - t).Where((_, i) => counts[i])];

        float[] predicted = new float[targets.Length];
        network.Predict(Examples(), predicted);
        Graph predicting = InferShapes.Run(Lower.Run(spec, trains: false));
        RoundingInterpreter prediction = new(predicting, samples);
        GiveExamples(prediction.Give, predicting);
        GiveParameters(prediction.Give, predicting);
        AssertClose($"{label}: prediction", prediction[predicting.Output], () => roundings * prediction.RoundingOf(predicting.Output),
            predicted);

        const float LearningRate = 0.25f;
        var trainer = network.CreateTrainer(new Sgd(LearningRate), Loss.MeanSquaredError, rows, seed: seed);
        Dictionary<(Observation Observation, string Name), float[]> seen = [];
        var probe = new RecordingProbe(seen);
        AssertClose(
            $"{label}: loss", [differences.Average(static d => d * d)],
            () => roundings * 2 * differences.Max(Math.Abs) * interpreter.RoundingOf(graph.Output),
            [trainer.Inspect(Examples(), targets, ref probe)]);
        foreach (Layer layer in graph.Layers)
        {
            AssertValue($"z of {layer.Name}", layer.PreActivation, seen[(Observation.PreActivation, layer.Name)]);
            AssertValue($"f(z) of {layer.Name}", layer.Activation, seen[(Observation.Activation, layer.Name)]);
            AssertValue($"stream of {layer.Name}", layer.Stream, seen[(Observation.Stream, layer.Name)]);
        }

        foreach (ParameterGradient pair in training.Gradients)
        {
            bool isBias = PathOf(pair.Parameter).EndsWith("bias", StringComparison.Ordinal);
            AssertValue(
                $"gradient of {PathOf(pair.Parameter)}", pair.Gradient,
                seen[(isBias ? Observation.BiasGradient : Observation.WeightGradient, PathOf(pair.Parameter))]);
        }

        for (int layer = 0; layer < graph.Layers.Count; layer++)
        {
            // That of the network's input is of no use, and one that only lives in a kernel is not shown.
            string name = graph.Layers[layer].Name;
            if (seen.TryGetValue((Observation.PreActivationGradient, name), out float[]? gradient))
                AssertValue($"dL/dz of {name}", training.LayerGradients[layer], gradient);
            else
                Assert.False(
                    training.LayerGradients[layer] >= 0
                        && graph.Nodes.Any(node => node.Layer == layer && node.Operation is (MatMul or Conv2d)),
                    $"{label}: dL/dz of {name} is not shown.");
        }

        Dictionary<int, float[]> before = training.Gradients.ToDictionary(
            static pair => pair.Parameter, pair => network.Parameters[PathOf(pair.Parameter)].ToArray());
        Dictionary<string, float[]> frozen = TNetwork.Info.Parameters.Where(static parameter => parameter.Frozen)
            .ToDictionary(static parameter => parameter.Name, parameter => network.Parameters[parameter.Name].ToArray());
        Dictionary<string, float[]> states = TNetwork.Info.States
            .ToDictionary(static state => state.Name, state => network.Parameters[state.Name].ToArray());
        trainer.Step(Examples(), targets);
        foreach (Node node in graph.Nodes.Where(static node => node.Operation is BatchStatistics))
            AssertStates((BatchStatistics)node.Operation, node);
        foreach (ParameterGradient pair in training.Gradients)
        {
            AssertClose(
                $"{label}: update of {PathOf(pair.Parameter)}",
                [.. before[pair.Parameter].Zip(interpreter[pair.Gradient], static (p, g) => p - LearningRate * g)],
                () => roundings * LearningRate * interpreter.RoundingOf(pair.Gradient),
                network.Parameters[PathOf(pair.Parameter)].ToArray());
        }

        Assert.Equal(TNetwork.Info.Parameters.Length, before.Count + frozen.Count);
        Assert.All(frozen, pair => Assert.Equal(pair.Value, network.Parameters[pair.Key].ToArray()));

        var alone = (TNetwork)Activator.CreateInstance(typeof(TNetwork), seed, null, null)!;
        var together = (TNetwork)Activator.CreateInstance(typeof(TNetwork), seed, null, null)!;
        Assert.Equal(Train(alone, threads: 1), Train(together, threads: 3));
        Assert.All(alone.Parameters.Zip(together.Parameters), static pair => Assert.Equal(pair.First.ToArray(), pair.Second.ToArray()));

        float Train(TNetwork network, int threads)
        {
            using var trainer = network.CreateTrainer(new Sgd(LearningRate), Loss.MeanSquaredError, rows, seed: seed, threads: threads);
            trainer.Step(Examples(), targets);
            return trainer.Step(Examples(), targets);
        }

        Inputs Examples() => tokens is null ? new Inputs(values, lengths) : new Inputs(tokens, lengths);

        bool Counts(int output)
        {
            NetworkInfo info = TNetwork.Info;
            (int example, int place) = Math.DivRem(output, info.OutputLength);
            int inFront = info.OutputLength / info.OutputWidth - graph.Length;
            return lengths.Length == 0 || info.OutputShape.Length != 2 || place / info.OutputWidth < inFront + lengths[example];
        }

        void GiveExamples(Action<int, double[]> give, Graph to)
        {
            double[] all = tokens is null ? Widen(values) : [.. tokens.Select(static token => (double)token)];
            give(to.Input, [.. all.Select((x, i) => IsThere(i) ? x : 0)]);
            if (to.Lengths is int place)
                give(place, [.. lengths.Select(static length => (double)length)]);

            // What lies behind the end of a sequence is cleared.
            bool IsThere(int input)
            {
                (int example, int rest) = Math.DivRem(input, TNetwork.Info.InputLength);
                return lengths.Length == 0 || rest / (TNetwork.Info.InputLength / to.Length) < lengths[example];
            }
        }

        void AssertValue(string what, int value, float[] actual) =>
            AssertClose($"{label}: {what}", interpreter[value], () => roundings * interpreter.RoundingOf(value), actual);

        void GiveParameters(Action<int, double[]> give, Graph of)
        {
            for (int value = 0; value < of.Nodes.Count; value++)
            {
                if (of[value].Operation is ParameterValue parameter)
                    give(value, Widen(network.Parameters[parameter.Path].ToArray()));
            }
        }

        // Shared uses follow each other.
        void AssertStates(BatchStatistics operation, Node node)
        {
            double[] moments = interpreter[node.Inputs[0]];
            int width = moments.Length / 2, n = rows * operation.Positions;
            if (graph.Nodes.Count(other => other.Operation is BatchStatistics && other.Inputs[1] == node.Inputs[1]) > 1)
                return;
            AssertFollows(1, moments[..width], 1);
            AssertFollows(2, moments[width..], n / (n - 1.0));
            string count = PathOf(node.Inputs[3]);
            Assert.Equal(states[count][0] + 1, network.Parameters[count].ToArray()[0]);

            void AssertFollows(int input, double[] batch, double factor)
            {
                string path = PathOf(node.Inputs[input]);
                AssertClose(
                    $"{label}: {path}",
                    [.. states[path].Zip(batch, (before, now) => (1.0 - operation.Momentum) * before + operation.Momentum * factor * now)],
                    () => roundings * factor * interpreter.RoundingOf(node.Inputs[0]), network.Parameters[path].ToArray());
            }
        }

        string PathOf(int parameter) => ((ParameterValue)graph[parameter].Operation).Path;
    }

    private static float[] Draw(SeededRandom random, int count)
    {
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan())
            value = random.NextSingle(-1, 1);
        return values;
    }

    private static double[] Widen(float[] values) => [.. values.Select(static value => (double)value)];

    /// <param name="what">What is compared.</param>
    /// <param name="expected">What it is to be.</param>
    /// <param name="rounding">How far rounding may move it, which takes several passes to measure: only those pay who need it.</param>
    /// <param name="actual">What it is.</param>
    private static void AssertClose(string what, double[] expected, Func<double> rounding, float[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        double tolerance = Tolerance * expected.Max(Math.Abs);
        if (FirstBeyond(tolerance) is null)
            return;
        tolerance += rounding();
        if (FirstBeyond(tolerance) is int i)
            Assert.Fail($"{what}: element {i} is {actual[i]:R}, expected {expected[i]:R} within {tolerance:E1}.");

        int? FirstBeyond(double limit)
        {
            for (int index = 0; index < expected.Length; index++)
            {
                if (!(Math.Abs(expected[index] - actual[index]) <= limit))
                    return index;
            }

            return null;
        }
    }
}
