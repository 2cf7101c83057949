using System.Numerics.Tensors;

namespace NetGen.Runtime.Tests;

/// <summary>A probe that calls back.</summary>
internal readonly struct CallingProbe(Action call) : IProbe
{
    public static bool Observes => true;

    public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values) => call();
}

/// <summary>An optimizer that changes nothing and calls back.</summary>
internal readonly struct CallingOptimizer(Action begin, Action update) : IOptimizer
{
    public int StateCount => 0;

    public float LearningRate => 0;

    public void BeginStep(long step, double learningRateFactor = 1, double? weightDecay = null) => begin();

    public void Update(Span<float> parameters, ReadOnlySpan<float> gradients, OptimizerStates states) => update();
}

/// <summary>A loss that is 0 and calls back.</summary>
internal readonly struct CallingLoss(Action call) : IClassLoss
{
    public int? IgnoredLabel => null;

    public int TermsPerRow(int width) => 1;

    public double Sum(BatchSpan outputs, ReadOnlySpan<float> targets) => Call();

    public double Sum(BatchSpan outputs, ReadOnlySpan<int> labels) => Call();

    public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<float> targets, BatchSpan gradients) => Call();

    public double SumAndGradient(BatchSpan outputs, ReadOnlySpan<int> labels, BatchSpan gradients) => Call();

    private double Call()
    {
        call();
        return 0;
    }
}

/// <summary>A schedule that calls back.</summary>
internal sealed record CallingSchedule(Action Call) : Schedule
{
    public override double Factor(long step)
    {
        Call();
        return 1;
    }
}
