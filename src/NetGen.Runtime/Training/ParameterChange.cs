using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Shows a probe the parameters before a step and what the step added to them.</summary>
internal sealed class ParameterChange(NetworkInfo info, Slab parameters)
{
    private readonly Slab snapshot = new(parameters.Length);

    public void Begin<TProbe>(ref TProbe probe)
        where TProbe : struct, IProbe
    {
        parameters.Span.CopyTo(snapshot.Span);
        Show(ref probe, Observation.ParameterBefore);
    }

    public void End<TProbe>(ref TProbe probe)
        where TProbe : struct, IProbe
    {
        TensorPrimitives.Subtract(parameters.Span, snapshot.Span, snapshot.Span);
        Show(ref probe, Observation.ParameterUpdate);
    }

    private void Show<TProbe>(ref TProbe probe, Observation observation)
        where TProbe : struct, IProbe
    {
        foreach (ParameterInfo parameter in info.Parameters)
        {
            ref float values = ref Unsafe.Add(ref snapshot.Origin, parameter.Offset);
            if (parameter.Shape.Length > 1)
                Observe.Weight(ref probe, observation, parameter.Layer, parameter.Name, ref values, parameter.Shape.AsSpan());
            else
                Observe.Bias(ref probe, observation, parameter.Layer, parameter.Name, ref values, parameter.Count);
        }
    }
}
