using System.Numerics.Tensors;
using NetGen;

namespace Browser;

/// <summary>Takes the norm of the gradient that reaches each layer, <c>dL/dz</c>, and looks at nothing else.</summary>
internal readonly struct GradientNorms(double[] norms) : IProbe
{
    public static bool Observes => true;

    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        if (observation != Observation.PreActivationGradient)
            return;

        // In double: the squares of small gradients are below what a float holds.
        double squares = 0;
        for (nint row = 0; row < values.Lengths[0]; row++)
        {
            foreach (float value in values.GetSpan([row, 0], (int)values.Lengths[1]))
                squares += (double)value * value;
        }

        norms[layer] = Math.Sqrt(squares);
    }
}
