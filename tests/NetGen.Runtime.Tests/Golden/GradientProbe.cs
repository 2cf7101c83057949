using System.Numerics.Tensors;

namespace NetGen.Runtime.Tests;

/// <summary>Keeps the gradient of every parameter.</summary>
internal readonly struct GradientProbe(Dictionary<string, float[]> gradients) : IProbe
{
    public static bool Observes => true;

    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        if (observation is Observation.WeightGradient or Observation.BiasGradient)
            values.FlattenTo(gradients[name] = new float[checked((int)values.FlattenedLength)]);
    }
}
