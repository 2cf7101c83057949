namespace NetGen;

/// <summary>An optimizer: turns gradients into parameter updates. Implement it as a struct: training steps are compiled for each.</summary>
public interface IOptimizer
{
    /// <summary>How many numbers it remembers for each parameter: 0, 1 or 2.</summary>
    int StateCount { get; }

    /// <summary>Begins a step, before any update of it.</summary>
    /// <param name="step">The number of the step, from 1.</param>
    void BeginStep(long step);

    /// <summary>Updates a range of parameters. All spans have the same length, but for states that <see cref="StateCount"/> does not count, which are empty.</summary>
    /// <param name="parameters">The parameters, changed in place.</param>
    /// <param name="gradients">Their gradients.</param>
    /// <param name="state0">The first number remembered for each parameter; zero before the first step.</param>
    /// <param name="state1">The second number remembered for each parameter; zero before the first step.</param>
    void Update(Span<float> parameters, ReadOnlySpan<float> gradients, Span<float> state0, Span<float> state1);
}
