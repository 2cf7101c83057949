namespace NetGen;

// A trainer whose type arguments its user need not know.
public sealed partial class Trainer<TNetwork, TOptimizer, TLoss>
{
    NetworkInfo ITrainer.Info => Info;

    ParameterSet ITrainer.Parameters => Network.Parameters;

    int? ITrainer.IgnoredLabel => classLoss is null ? SoftmaxCrossEntropy.NoLabel : classLoss.IgnoredLabel;

    float ITrainer.Step(Inputs inputs, ReadOnlySpan<int> labels)
    {
        using Door.Visit visit = door.Enter();
        NoProbe probe = default;
        return TakeStep(inputs, Labelled(labels), ref probe);
    }

    float ITrainer.Inspect<TProbe>(Inputs inputs, ReadOnlySpan<int> labels, ref TProbe probe)
    {
        using Door.Visit visit = door.Enter();
        return ShowPasses(inputs, Labelled(labels), ref probe);
    }

    ClassEvaluation ITrainer.Evaluate(Inputs inputs, ReadOnlySpan<int> labels, Span<float> outputs)
    {
        using Door.Visit visit = door.Enter();
        return EvaluateClasses(inputs, labels, outputs);
    }
}
