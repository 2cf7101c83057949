namespace NetGen.Experiments.DistantIdentity;

/// <summary>Statistics of a layer <c>h' = h + f(z), z = W h + b</c> over a batch, as they stand in <c>results.json</c>.</summary>
/// <param name="Index">Its number, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="PreActivationStd">The standard deviation of <c>z</c> over rows and units.</param>
/// <param name="ActivationMean">The mean of <c>f(z)</c>.</param>
/// <param name="ActivationStd">The standard deviation of <c>f(z)</c>.</param>
/// <param name="StreamStd">The standard deviation of <c>h'</c>.</param>
/// <param name="ZeroFraction">The share of zeros in <c>f(z)</c>.</param>
/// <param name="PreActivationGradientNorm">The Frobenius norm of <c>dL/dz</c>.</param>
/// <param name="WeightGradientNorm">The Frobenius norm of <c>dL/dW</c>.</param>
/// <param name="BiasGradientNorm">The norm of <c>dL/db</c>.</param>
internal sealed record InspectedLayer(
    int Index,
    string Name,
    double PreActivationStd,
    double ActivationMean,
    double ActivationStd,
    double StreamStd,
    double ZeroFraction,
    double PreActivationGradientNorm,
    double WeightGradientNorm,
    double BiasGradientNorm)
{
    public static InspectedLayer Of(LayerStatistics layer, int index) => new(
        index,
        layer.Name,
        layer.PreActivation.StandardDeviation,
        layer.Activation.Mean,
        layer.Activation.StandardDeviation,
        layer.Stream.StandardDeviation,
        layer.ZeroFraction,
        layer.PreActivationGradientNorm,
        layer.Weight.GradientNorm,
        layer.Bias.GradientNorm);
}
