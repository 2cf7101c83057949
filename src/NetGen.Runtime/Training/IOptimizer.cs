namespace NetGen;

/// <summary>An optimizer: turns gradients into parameter updates. Implement it as a struct: training steps are compiled for each.</summary>
public interface IOptimizer
{
    /// <summary>How many numbers it remembers for each parameter: 0, 1 or 2.</summary>
    int StateCount { get; }

    /// <summary>The learning rate, before a schedule's or a group's factor.</summary>
    float LearningRate { get; }

    /// <summary>
    /// Begins a step, before any update of it. Each group of parameters is updated by a copy of the optimizer, made anew for every step.
    /// </summary>
    /// <param name="step">The number of the step, from 1.</param>
    /// <param name="learningRateFactor">The factor on <see cref="LearningRate"/> in this step.</param>
    /// <param name="weightDecay">The decoupled weight decay <c>λ</c> of this step, <c>p ← p - lr λ p</c>; null for the optimizer's own.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The step is below 1, or <paramref name="learningRateFactor"/> or <paramref name="weightDecay"/> is negative or not finite.
    /// </exception>
    /// <exception cref="InvalidOperationException">The optimizer is the default value of its type, which has no settings.</exception>
    void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null);

    /// <summary>Updates a range of parameters. All spans have the same length, but for states that <see cref="StateCount"/> does not count, which are empty.</summary>
    /// <remarks>
    /// Where threads share a step, several update ranges of their own at once, with the same optimizer: it must not change its own fields here then.
    /// </remarks>
    /// <param name="parameters">The parameters, changed in place.</param>
    /// <param name="gradients">Their gradients.</param>
    /// <param name="state0">The first number remembered for each parameter; zero before the first step.</param>
    /// <param name="state1">The second number remembered for each parameter; zero before the first step.</param>
    /// <exception cref="ArgumentException">A span has another length than the parameters.</exception>
    /// <exception cref="InvalidOperationException">No step has begun.</exception>
    void Update(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> state0, Span<float> state1);
}
