using NetGen.Experiments.Data;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Explore;

/// <summary>Distant Identity: networks are to hand on what comes in.</summary>
/// <param name="steps">How many steps a training takes.</param>
/// <param name="batch">Examples of a step.</param>
/// <param name="learningRate">The learning rate.</param>
internal sealed class IdentityTask(int steps, int batch, float learningRate) : ExploreTask
{
    public const string Name = "distant-identity";
    public const int Examples = 1000;

    public override string Title => "Distant Identity";

    public override string Description =>
        $"Y = X, X uniform on (-1, 1), {Examples:N0} fixed examples, {Number.Count(steps, "step")} of {batch}";

    public override string LossName => "mean squared error";

    public override Guide Ignorance => new(Uniform.Variance, "zeros: 1/3");

    public override int Steps => steps;

    public override int? Stretches => null;

    public override string? ObjectionTo(NetworkInfo network) => network switch
    {
        { Vocabulary: not null } =>
            $"{network.Name} reads tokens, and there is nothing to train such a network on here: expected one of numbers or of images.",
        _ when network.InputLength != network.OutputLength =>
            $"{network.Name} makes {Shapes(network)}: Distant Identity, which is to hand on what comes in, expects as many outputs as "
                + "inputs. Networks of images and classes are trained with --data DIR.",
        _ => null,
    };

    public override TaskOutcome Train<TNetwork>(TNetwork network, int seed, Action<StepReport> report, CancellationToken stop)
    {
        int length = TNetwork.Info.InputLength;
        SeededRandom random = DataStream.Of(seed);
        float[] unseen = Uniform.Array(Unseen * length, random);
        float[] inspected = unseen[..(Inspected * length)];
        FixedBatches batches = new(Uniform.Array(Examples * length, random), length, random);
        using var trainer = network.CreateTrainer(new Adam(learningRate), Loss.MeanSquaredError, Math.Max(batch, Inspected));
        IReadOnlyList<PropagationRow> start = Look();
        float[] losses = IdentityTraining.Run(trainer, batches, steps, batch, report, stop);
        return new TaskOutcome(losses, trainer.Evaluate(unseen, unseen), Accuracy: null, start, Look());

        IReadOnlyList<PropagationRow> Look()
        {
            PropagationProbe probe = new(TNetwork.Info, Inspected);
            trainer.Inspect(inspected, inspected, ref probe);
            return Rows(TNetwork.Info, probe);
        }
    }
}
