using NetGen.Experiments.Running;

namespace NetGen.Experiments.SignalPropagation;

/// <summary>A look at a network as it starts from a seed.</summary>
/// <param name="Setup">The width.</param>
/// <param name="Declared">The network.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Loss">The inner product of outputs and the gradients that were let in there.</param>
/// <param name="Layers">Its layers, as measured.</param>
/// <param name="Expected">Its layers, as the network compiler expects them.</param>
internal sealed record PropagationRun(
    string Setup, GridNetwork Declared, int Seed, float Loss, IReadOnlyList<PropagationRow> Layers, IReadOnlyList<PropagationRow> Expected)
    : TrainingRun(Setup, Declared.Name, Seed, Steps: 1, [Loss])
{
    /// <summary>What stands of it in <c>results.json</c>.</summary>
    public PropagationEntry Entry => new(Declared.Name, Declared.Width, Seed, Curves.Of(Layers));
}

/// <summary>A run as it stands in <c>results.json</c>.</summary>
/// <param name="Network">The name of the network.</param>
/// <param name="Width">The width of its layers.</param>
/// <param name="Seed">The seed of weights and data.</param>
/// <param name="Measured">Its layers.</param>
internal sealed record PropagationEntry(string Network, int Width, int Seed, Curves Measured);

/// <summary>The numbers of all layers, from the first to the last: several times shorter in a file than layer by layer.</summary>
/// <param name="PreActivationStd">The standard deviation of <c>z</c>.</param>
/// <param name="StreamStd">That of what a layer hands on.</param>
/// <param name="PositiveShare">The share of <c>z</c> that is above 0.</param>
/// <param name="Cosine">The mean cosine between what a layer hands on for two different inputs.</param>
/// <param name="GradientRatio">The norm of <c>dL/dz</c>, relative to the last layer's.</param>
internal sealed record Curves(
    IReadOnlyList<float> PreActivationStd, IReadOnlyList<float> StreamStd, IReadOnlyList<float> PositiveShare, IReadOnlyList<float> Cosine, IReadOnlyList<float> GradientRatio)
{
    public static Curves Of(IReadOnlyList<PropagationRow> layers)
    {
        return new Curves(
            Curve(static row => row.PreActivationStd), Curve(static row => row.StreamStd), Curve(static row => row.PositiveShare), Curve(static row => row.Cosine), Curve(static row => row.GradientRatio));

        float[] Curve(Func<PropagationRow, double> value) => [.. layers.Select(layer => (float)value(layer))];
    }
}
