using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Cross-entropy between the softmax <c>p</c> of the outputs and targets <c>t</c> that are the probabilities of classes, or labels, of
/// which each stands for the probability 1 of its class: the mean over rows of <c>-Σ t log p</c> (PyTorch's <c>CrossEntropyLoss</c>). With
/// <c>m</c>, the largest output of a row, and <c>S = Σ exp(y - m)</c>, <c>-log p = (m - y) + log S</c>: neither summand is negative, and
/// none overflows, because <c>m - y</c> is added up by halves. Its gradient is <c>(p Σt - t) / rows</c>, which is <c>(p - t) / rows</c>
/// where targets add up to 1.
/// </summary>
public readonly struct SoftmaxCrossEntropy : IClassLoss, IPartLoss, IPartClassLoss
{
    /// <summary>The label that is ignored unless another is chosen: PyTorch's.</summary>
    public const int NoLabel = -100;

    private readonly bool hasIgnoredLabel;

    /// <summary>
    /// How much of every target is spread evenly over all classes (Szegedy et al. 2016): with <c>s</c>, from 0 to below 1, targets are
    /// <c>(1 - s) t + s / classes</c>, in training and in evaluation. 0 unless set by <c>with</c>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of its range.</exception>
    public float LabelSmoothing
    {
        get;
        init => field = value is >= 0 and < 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(LabelSmoothing), value, "Expected a share from 0 to below 1.");
    }

    /// <summary>
    /// The label of rows that do not count: padding, or positions at which nothing is to be predicted. The mean is over all others
    /// (PyTorch's <c>ignore_index</c>). Unless set by <c>with</c>, it is <see cref="NoLabel"/>.
    /// </summary>
    public int? IgnoredLabel
    {
        get => hasIgnoredLabel ? field : NoLabel;
        init
        {
            field = value;
            hasIgnoredLabel = true;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is below 2.</exception>
    public int TermsPerRow(int width) => width >= 2
        ? 1
        : throw new ArgumentOutOfRangeException(nameof(width), width,
            "Softmax cross-entropy: expected at least 2 outputs, one for each class, because the softmax of a single one is always 1. "
                + $"For two classes in one output there is {nameof(BinaryCrossEntropyWithLogits)}.");

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> has another number of values.</exception>
    public double Sum(BatchSpan outputs, ReadOnlySpan<float> targets)
    {
        LossArguments.CheckTargets(outputs, targets);
        return Run<float, ProbabilityRow>(outputs, targets);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="targets"/> or <paramref name="gradients"/> has another shape.</exception>
    public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients)
    {
        LossArguments.CheckTargets(outputs, targets);
        LossArguments.CheckGradients(outputs, gradients);
        return Run<float, ProbabilityRow>(outputs, targets, gradients, before: 0, outputs.Rows);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="labels"/> has another number of values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no index of an output.</exception>
    public double Sum(BatchSpan outputs, ReadOnlySpan<int> labels)
    {
        LossArguments.CheckLabels(outputs, labels, IgnoredLabel);
        return Run<int, LabelRow>(outputs, labels);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// <paramref name="labels"/> has another number of values, or <paramref name="gradients"/> another shape.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A label is no index of an output.</exception>
    public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<int> labels, BatchSpan gradients)
    {
        LossArguments.CheckLabels(outputs, labels, IgnoredLabel);
        LossArguments.CheckGradients(outputs, gradients);
        return Run<int, LabelRow>(outputs, labels, gradients, before: 0, Labels.Count(labels, IgnoredLabel));
    }

    double IPartLoss.Sum(BatchSpan outputs, ReadOnlySpan<float> targets, double before) =>
        Run<float, ProbabilityRow>(outputs, targets, before: before);

    double IPartLoss.SumAndGradient(
        BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients, double before, int counted) =>
        Run<float, ProbabilityRow>(outputs, targets, gradients, before, counted);

    double IPartClassLoss.Sum(BatchSpan outputs, ReadOnlySpan<int> labels, double before) =>
        Run<int, LabelRow>(outputs, labels, before: before);

    double IPartClassLoss.SumAndGradient(
        BatchSpan outputs, ReadOnlySpan<int> labels, BatchSpan gradients, double before, int counted) =>
        Run<int, LabelRow>(outputs, labels, gradients, before, counted);

    private double Run<TTarget, TRow>(
        BatchSpan outputs, ReadOnlySpan<TTarget> targets, BatchSpan gradients = default, double before = 0, int? counted = null)
        where TRow : ITargetRow<TTarget, TRow>, allows ref struct
    {
        SoftmaxCrossEntropySum<TTarget, TRow> work = new(LabelSmoothing, IgnoredLabel, outputs, targets, gradients, before, counted);
        work.Run();
        return work.Sum;
    }
}
