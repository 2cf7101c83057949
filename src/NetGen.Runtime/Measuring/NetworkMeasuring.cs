namespace NetGen;

/// <summary>Measures how good the outputs of a network are.</summary>
public static class NetworkMeasuring
{
    /// <summary>Adds the outputs of any number of examples to a metric.</summary>
    /// <param name="network">The network.</param>
    /// <param name="metric">The metric, which keeps what was added before.</param>
    /// <param name="inputs">The examples.</param>
    /// <param name="labels">
    /// The right class of each row: <c>[rows]</c>, or, where an output is a sequence or an image, one for each token or pixel. Rows with
    /// <see cref="SoftmaxCrossEntropy.NoLabel"/> do not count.
    /// </param>
    /// <returns>The metric.</returns>
    /// <example><code>Console.WriteLine(network.Measure(new ConfusionMatrix(10), images, labels));</code></example>
    /// <exception cref="ArgumentException">
    /// The inputs are not whole rows, or of another kind than the network takes, or there are not as many labels, or none counts.
    /// </exception>
    /// <exception cref="NotSupportedException">The metric is one of targets.</exception>
    public static TMetric Measure<TNetwork, TMetric>(
        this TNetwork network, TMetric metric, Inputs inputs, ReadOnlySpan<int> labels)
        where TNetwork : class, INetwork
        where TMetric : Metric =>
        Measure(network, metric, new Batch(inputs, labels));

    /// <summary>Adds the outputs of any number of examples to a metric.</summary>
    /// <param name="network">The network.</param>
    /// <param name="metric">The metric, which keeps what was added before.</param>
    /// <param name="inputs">The examples.</param>
    /// <param name="targets">What their outputs are to be, <c>[rows, OutputShape]</c>.</param>
    /// <returns>The metric.</returns>
    /// <exception cref="ArgumentException">
    /// The inputs are not whole rows, or of another kind than the network takes, or there are not as many targets.
    /// </exception>
    /// <exception cref="NotSupportedException">The metric is one of labels.</exception>
    public static TMetric Measure<TNetwork, TMetric>(
        this TNetwork network, TMetric metric, Inputs inputs, ReadOnlySpan<float> targets)
        where TNetwork : class, INetwork
        where TMetric : Metric =>
        Measure(network, metric, new Batch(inputs, targets));

    /// <summary>Adds the outputs of all examples of an epoch to a metric.</summary>
    /// <param name="network">The network.</param>
    /// <param name="metric">The metric, which keeps what was added before.</param>
    /// <param name="batches">The examples, of which the first epoch is taken.</param>
    /// <returns>The metric.</returns>
    /// <exception cref="ArgumentException">A batch is not what the network takes.</exception>
    /// <exception cref="NotSupportedException">The metric is one of targets and there are labels, or the other way round.</exception>
    public static TMetric Measure<TNetwork, TMetric>(this TNetwork network, TMetric metric, IBatchSource batches)
        where TNetwork : class, INetwork
        where TMetric : Metric
    {
        ArgumentNullException.ThrowIfNull(batches);
        batches.BeginEpoch(0);
        while (batches.Next(out Batch batch))
            Measure(network, metric, batch);
        return metric;
    }

    private static TMetric Measure<TNetwork, TMetric>(TNetwork network, TMetric metric, Batch batch)
        where TNetwork : class, INetwork
        where TMetric : Metric
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(metric);
        NetworkInfo info = TNetwork.Info;
        float[] outputs = new float[checked(Examples.SomeRows(info, batch.Inputs) * info.OutputLength)];
        network.Predict(batch.Inputs, outputs);
        metric.Add(info, batch, outputs);
        return metric;
    }
}
