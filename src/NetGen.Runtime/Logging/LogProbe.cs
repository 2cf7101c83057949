using System.Numerics.Tensors;

namespace NetGen;

/// <summary>
/// Takes down a histogram of every tensor that it sees, under <c>activation/</c>, <c>gradient of parameter/</c> and so on with the name of
/// the layer or parameter, and of gradients the norm too, under <c>norm of gradient of parameter/</c>.
/// </summary>
/// <example>
/// <code>
/// LogProbe probe = new(log, trainer.StepCount);
/// trainer.Inspect(inputs, targets, ref probe);
/// </code>
/// </example>
public readonly struct LogProbe : IProbe
{
    private readonly ITrainingLog? log;
    private readonly long step;

    /// <summary>A probe that takes down what it sees.</summary>
    /// <param name="log">Where to.</param>
    /// <param name="step">The step of the training.</param>
    public LogProbe(ITrainingLog log, long step)
    {
        ArgumentNullException.ThrowIfNull(log);
        this.log = log;
        this.step = step;
    }

    /// <inheritdoc/>
    public static bool Observes => true;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">This is the default value, made by no constructor.</exception>
    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (log is null)
            throw new InvalidOperationException("Expected a probe made by its constructor, got the default value, which has no log.");

        string group = Group(observation);
        log.Histogram($"{group}/{name}", values, step);
        if (observation is Observation.PreActivationGradient or Observation.WeightGradient or Observation.BiasGradient)
            log.Scalar($"norm of {group}/{name}", EuclideanNorm.Of(values), step);
    }

    private static string Group(Observation observation) => observation switch
    {
        Observation.PreActivation => "pre-activation",
        Observation.Activation => "activation",
        Observation.Stream => "stream",
        Observation.PreActivationGradient => "gradient of pre-activation",
        Observation.WeightGradient or Observation.BiasGradient => "gradient of parameter",
        Observation.ParameterBefore => "parameter",
        Observation.ParameterUpdate => "update",
        Observation.Queries => "queries",
        Observation.Keys => "keys",
        Observation.Values => "values",
        Observation.AttentionWeights => "attention weights",
        Observation.AttentionEntropy => "attention entropy",
        _ => throw new ArgumentOutOfRangeException(nameof(observation), observation, "Expected an observation that is defined."),
    };
}
