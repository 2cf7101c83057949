using System.Numerics.Tensors;

namespace NetGen.Experiments.Measuring;

/// <summary>Fills a <see cref="BatchCopy"/>.</summary>
internal readonly struct BatchCopyProbe(BatchCopy copy) : IProbe
{
    public static bool Observes => true;

    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        if (observation == Observation.PreActivation)
            copy.PreActivations[layer] = new TensorRows(values).ToArray();
        else if (observation == Observation.Stream)
            copy.Streams[layer] = new TensorRows(values).ToArray();
        else if (observation == Observation.PreActivationGradient)
            copy.PreActivationGradients[layer] = new TensorRows(values).ToArray();
    }
}
