using System.Numerics.Tensors;

namespace NetGen.Generator.Tests;

/// <summary>Keeps a copy of everything it is shown.</summary>
internal readonly struct RecordingProbe(Dictionary<(Observation Observation, string Name), float[]> seen) : IProbe
{
    public static bool Observes => true;

    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        float[] copy = new float[checked((int)values.FlattenedLength)];
        values.FlattenTo(copy);
        seen.Add((observation, name), copy);
    }
}
