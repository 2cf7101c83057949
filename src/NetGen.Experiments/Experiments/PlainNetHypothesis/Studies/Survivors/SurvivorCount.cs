using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>How many pre-activations of a layer survive, and how many have to.</summary>
/// <param name="Survival">The share of them, over inputs and neurons.</param>
/// <param name="NeuronBound">The mean over neurons of the least share that their own mean and variance allow.</param>
/// <param name="LayerBound">The least share that mean and variance of all numbers of the layer together allow.</param>
/// <param name="Violations">The number of neurons that survive less often than their own bound says.</param>
internal sealed record SurvivorCount(double Survival, double NeuronBound, double LayerBound, int Violations)
{
    /// <param name="preActivations">What the activation is applied to, input by input.</param>
    /// <param name="width">The number of neurons.</param>
    /// <param name="survivors">Which survive.</param>
    public static SurvivorCount Of(float[] preActivations, int width, SurvivorSet survivors)
    {
        Responses[] neurons = Responses.OfNeurons(preActivations, width, survivors);
        Responses layer = Responses.Together(neurons);
        return new SurvivorCount(
            layer.Survival,
            neurons.Average(static neuron => neuron.Bound),
            layer.Bound,
            neurons.Count(static neuron => neuron.ViolatesBound));
    }
}
