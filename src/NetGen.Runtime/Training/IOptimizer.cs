namespace NetGen;

/// <summary>
/// An optimizer: turns gradients into parameter updates. Implement it as a struct: training steps are compiled for each. It works element
/// by element, on any range of parameters as soon as its gradient is finished; what it wants to see whole, it says in
/// <see cref="TakesWhole"/>.
/// </summary>
/// <remarks>
/// Where threads share a step, several update parameters of their own at once, with the same optimizer: <see cref="Update"/> and
/// <see cref="UpdateWhole"/> must not change its fields then.
/// </remarks>
public interface IOptimizer
{
    /// <summary>
    /// Whether it takes parameters of a shape whole, by <see cref="UpdateWhole"/>. It gets them after the backward pass. By default it
    /// takes none. Parameters of a group that is <see cref="ParameterGroup.Elementwise"/> are never taken whole.
    /// </summary>
    /// <param name="shape"><c>[out, in]</c> for a weight, <c>[out]</c> for a bias or another vector, <c>[1]</c> for a number.</param>
    static virtual bool TakesWhole(ReadOnlySpan<int> shape) => false;

    /// <summary>How many floats of <see cref="WholeTensor.Scratch"/> it needs to update a parameter whole. By default none.</summary>
    /// <param name="shape">A shape that it takes whole.</param>
    static virtual long ScratchLength(ReadOnlySpan<int> shape) => 0;

    /// <summary>How many numbers it remembers for each parameter, from 0.</summary>
    int StateCount { get; }

    /// <summary>The learning rate, before a schedule's or a group's factor.</summary>
    float LearningRate { get; }

    /// <summary>
    /// Begins a step, before any update of it. Each group of parameters is updated by a copy of the optimizer, made anew for every step.
    /// </summary>
    /// <param name="step">The number of the step, from 1.</param>
    /// <param name="learningRateFactor">The factor on <see cref="LearningRate"/> in this step.</param>
    /// <param name="weightDecay">
    /// The decoupled weight decay <c>λ</c> of this step, <c>p ← p - lr λ p</c>; null for the optimizer's own.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The step is below 1, or <paramref name="learningRateFactor"/> or <paramref name="weightDecay"/> is negative or not finite.
    /// </exception>
    /// <exception cref="InvalidOperationException">The optimizer is the default value of its type, which has no settings.</exception>
    void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null);

    /// <summary>Updates a range of parameters, element by element.</summary>
    /// <param name="parameters">The parameters, changed in place.</param>
    /// <param name="gradients">Their gradients, as many.</param>
    /// <param name="states">
    /// What the optimizer remembers of them, <see cref="StateCount"/> numbers each, or more if the trainer was created with another
    /// optimizer.
    /// </param>
    /// <exception cref="ArgumentException">Gradients or states are not as many as parameters, or there are too few states.</exception>
    /// <exception cref="InvalidOperationException">No step has begun.</exception>
    void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states);

    /// <summary>Updates a parameter of a shape that <see cref="TakesWhole"/>.</summary>
    /// <param name="tensor">The parameter, its gradient and what the optimizer remembers of it.</param>
    /// <exception cref="InvalidOperationException">No step has begun.</exception>
    /// <exception cref="NotSupportedException">The optimizer takes parameters whole and has no method for them.</exception>
    void UpdateWhole(WholeTensor tensor) =>
        throw new NotSupportedException(
            $"{GetType().Name}: expected a method {nameof(UpdateWhole)}, because {nameof(TakesWhole)} is true.");
}
