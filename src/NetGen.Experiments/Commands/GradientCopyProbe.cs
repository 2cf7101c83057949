using System.Numerics.Tensors;

namespace NetGen.Experiments.Commands;

/// <summary>Adds the gradient of every parameter to a file, under <c>gradients.</c> and the parameter's name.</summary>
internal readonly struct GradientCopyProbe(SafetensorsFile file) : IProbe
{
    public static bool Observes => true;

    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        if (observation is not (Observation.WeightGradient or Observation.BiasGradient))
            return;

        float[] flat = new float[values.FlattenedLength];
        values.FlattenTo(flat);
        file.Add($"gradients.{name}", [.. values.Lengths.ToArray().Select(static length => (int)length)], flat);
    }
}
