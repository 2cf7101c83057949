using System.Numerics.Tensors;

namespace NetGen.Experiments.Measuring;

/// <summary>Tensors of every layer for one batch, copied out of a pass, row by row.</summary>
internal sealed class BatchCopy(int layers)
{
    /// <summary>The result of each layer's Linear.</summary>
    public float[][] PreActivations { get; } = new float[layers][];

    /// <summary>What each layer hands on.</summary>
    public float[][] Streams { get; } = new float[layers][];

    /// <summary>The gradient of the loss with respect to each layer's <c>z</c>.</summary>
    public float[][] PreActivationGradients { get; } = new float[layers][];
}

/// <summary>Fills a <see cref="BatchCopy"/>.</summary>
internal readonly struct BatchCopyProbe(BatchCopy copy) : IProbe
{
    public static bool Observes => true;

    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        if (observation == Observation.PreActivation)
            copy.PreActivations[layer] = Flatten(values);
        else if (observation == Observation.Stream)
            copy.Streams[layer] = Flatten(values);
        else if (observation == Observation.PreActivationGradient)
            copy.PreActivationGradients[layer] = Flatten(values);
    }

    private static float[] Flatten(in ReadOnlyTensorSpan<float> values)
    {
        float[] flat = new float[values.FlattenedLength];
        values.FlattenTo(flat);
        return flat;
    }
}
