using NetGen.Experiments.Data;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>The class of a network: what knows how to train it.</summary>
internal abstract class HypothesisNetwork
{
    /// <summary>The network as it is declared.</summary>
    public abstract NetworkInfo Info { get; }

    public static HypothesisNetwork Of(Type network) =>
        (HypothesisNetwork)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(network))!;

    /// <summary>Trains it from a seed.</summary>
    public abstract HypothesisRun Train(
        HypothesisVariant variant,
        Settings settings,
        int seed,
        IReadOnlyList<Pretraining> coders,
        Action<StepReport> report,
        CancellationToken stop);

    /// <summary>Begins a training and gives what takes a step of it.</summary>
    public abstract Func<float> Steps(
        HypothesisVariant variant, Settings settings, int seed, IReadOnlyList<Pretraining> coders, CancellationToken stop);

    private sealed class Typed<TNetwork> : HypothesisNetwork
        where TNetwork : class, INetwork
    {
        public override NetworkInfo Info => TNetwork.Info;

        public override HypothesisRun Train(
            HypothesisVariant variant,
            Settings settings,
            int seed,
            IReadOnlyList<Pretraining> coders,
            Action<StepReport> report,
            CancellationToken stop)
        {
            TNetwork network = Begin(variant, seed, coders, stop);
            SeededRandom random = DataStream.Of(seed);
            float[] unseen = Uniform.Array(HypothesisVariant.UnseenVectors * Info.InputWidth, random);
            FixedBatches batches = new(
                Uniform.Array(HypothesisVariant.TrainingVectors * Info.InputWidth, random), Info.InputWidth, random);
            DeadUnits? before = DeadUnitsOf(variant, network, unseen);
            var trainer = CreateTrainer(variant, network, settings);

            float[] losses = IdentityTraining.Run(trainer, batches, settings.Steps, settings.Batch, report, stop);

            return new HypothesisRun(
                $"{variant.Depth} layers",
                variant.Network,
                variant.Depth,
                variant.Coder?.Letter,
                variant.Frozen,
                seed,
                losses,
                trainer.Evaluate(unseen, unseen),
                CoderError(variant, network, seed, coders, stop),
                Info.Parameters.Sum(static parameter => (long)parameter.Count),
                SharedParameters(variant.Coder))
                {
                    Setting = variant.Setting,
                    Memory = TrainingMemory.Of(Info, settings.Batch),
                    DeadBefore = before,
                    DeadAfter = DeadUnitsOf(variant, network, unseen),
                };
        }

        public override Func<float> Steps(
            HypothesisVariant variant, Settings settings, int seed, IReadOnlyList<Pretraining> coders, CancellationToken stop)
        {
            var trainer = CreateTrainer(variant, Begin(variant, seed, coders, stop), settings);
            float[] batch = Uniform.Array(settings.Batch * Info.InputWidth, DataStream.Of(seed));
            return () => trainer.Step(batch, batch);
        }

        private static Trainer<TNetwork, Adam, MeanSquaredError> CreateTrainer(
            HypothesisVariant variant, TNetwork network, Settings settings) =>
            network.CreateTrainer(
                new Adam(variant.LearningRate), Loss.MeanSquaredError, settings.Batch, groups: variant.Groups);

        private long SharedParameters(CoderChoice? coder) =>
            coder is null || coder.IsOwn
                ? 0
                : Info.Parameters.Where(parameter => parameter.Blocks.Contains(coder.Block)).Sum(static parameter => (long)parameter.Count);

        private TNetwork Begin(HypothesisVariant variant, int seed, IReadOnlyList<Pretraining> coders, CancellationToken stop)
        {
            TNetwork network = Start.Of<TNetwork>(seed);
            variant.Coder?.Of(coders, stop).CopyTo(network.Parameters, Info, variant.Coder.Block);
            variant.Change(network.Parameters, Info);
            return network;
        }

        // A frozen coder is what it was before the layers were trained.
        private double? CoderError(
            HypothesisVariant variant, TNetwork network, int seed, IReadOnlyList<Pretraining> coders, CancellationToken stop) =>
            variant.Frozen
                ? variant.Coder?.Error(variant.Coder.Of(coders, stop), seed)
                : variant.Coder?.Error(network.Parameters, Info, seed);

        private static DeadUnits? DeadUnitsOf(HypothesisVariant variant, TNetwork network, float[] unseen) =>
            variant.CountsDeadUnits ? DeadUnits.In(network, unseen) : null;
    }
}
