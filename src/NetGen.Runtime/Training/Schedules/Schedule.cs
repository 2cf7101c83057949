namespace NetGen;

/// <summary>
/// How the learning rate changes from step to step: a factor on it, which is a function of the number of steps alone. Derive from it for a
/// schedule of your own.
/// </summary>
public abstract record Schedule
{
    /// <summary>The learning rate stays.</summary>
    public static Schedule Constant { get; } = new ConstantSchedule();

    /// <summary>The factor on the learning rate.</summary>
    /// <param name="step">The number of steps before this one: the first step is 0.</param>
    /// <returns>A finite number, not below 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is below 0.</exception>
    public abstract double Factor(long step);

    /// <summary>The learning rate falls in steps: <c>γ^⌊t / n⌋</c> (PyTorch's <c>StepLR</c>).</summary>
    /// <param name="every">The number <c>n</c> of steps between two falls, at least 1.</param>
    /// <param name="gamma">The factor <c>γ</c> of a fall, above 0 and at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule Step(long every, double gamma = 0.1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(every, 1);
        if (gamma is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "Expected a number above 0 and at most 1.");

        return new StepSchedule(every, gamma);
    }

    /// <summary>
    /// The learning rate falls along half a cosine: <c>a + (1 - a) (1 + cos(π t / n)) / 2</c> up to step <c>n</c>, and stays at <c>a</c>
    /// from there (Loshchilov and Hutter 2017, without restarts; PyTorch's <c>CosineAnnealingLR</c>, which would rise again).
    /// </summary>
    /// <param name="steps">The number <c>n</c> of steps, at least 1.</param>
    /// <param name="minimum">The factor <c>a</c> at the end, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule Cosine(long steps, double minimum = 0)
    {
        CheckFall(steps, minimum);
        return new CosineSchedule(steps, minimum);
    }

    /// <summary>
    /// The learning rate falls along a straight line: <c>1 - (1 - a) t / n</c> up to step <c>n</c>, and stays at <c>a</c> from there
    /// (PyTorch's <c>LinearLR</c> from 1 to <c>a</c>).
    /// </summary>
    /// <param name="steps">The number <c>n</c> of steps, at least 1.</param>
    /// <param name="minimum">The factor <c>a</c> at the end, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Schedule Linear(long steps, double minimum = 0)
    {
        CheckFall(steps, minimum);
        return new LinearSchedule(steps, minimum);
    }

    /// <summary>
    /// The learning rate rises to its full height in equal parts: <c>(t + 1) / n</c> up to step <c>n - 1</c> (Goyal et al. 2017). What
    /// follows counts its steps from there.
    /// </summary>
    /// <param name="steps">The number <c>n</c> of steps, at least 1.</param>
    /// <param name="then">What follows; by default, the learning rate stays.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is below 1.</exception>
    public static Schedule LinearWarmUp(long steps, Schedule? then = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        return new WarmUpSchedule(steps).Then(steps, then ?? Constant);
    }

    /// <summary>
    /// This schedule for so many steps, and from there another one, which counts its steps from there (PyTorch's <c>SequentialLR</c>).
    /// </summary>
    /// <param name="steps">The number of steps, not below 0.</param>
    /// <param name="next">What follows.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is below 0.</exception>
    public Schedule Then(long steps, Schedule next)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        ArgumentNullException.ThrowIfNull(next);
        return new ScheduleSequence(this, steps, next);
    }

    private protected static long Checked(long step)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        return step;
    }

    private static void CheckFall(long steps, double minimum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        if (minimum is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(minimum), minimum, "Expected a number from 0 to 1.");
    }
}
