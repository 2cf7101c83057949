using NetGen.Experiments.Data;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.Measuring;
using NetGen.Experiments.Running;

namespace NetGen.Experiments.Explore;

/// <summary>A network that somebody declares, once it was compiled and loaded.</summary>
/// <param name="label">Its name among the others.</param>
internal abstract class ExploredNetwork(string label)
{
    /// <summary>Its name among the others.</summary>
    public string Label => label;

    public abstract NetworkInfo Info { get; }

    /// <summary>What the network compiler expects of its layers.</summary>
    public IReadOnlyList<PropagationRow> Expected => PropagationRow.Expected(Info, Enumerable.Range(0, Info.Layers.Length));

    /// <param name="network">The class of the network.</param>
    /// <param name="label">Its name among the others.</param>
    public static ExploredNetwork Of(Type network, string label) =>
        (ExploredNetwork)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(network), label)!;

    /// <summary>Trains it from a seed, and looks inside.</summary>
    public abstract ExploredRun Train(ExploreTask task, int seed, Action<StepReport> report, CancellationToken stop);

    private sealed class Typed<TNetwork>(string label) : ExploredNetwork(label)
        where TNetwork : class, INetwork
    {
        public override NetworkInfo Info => TNetwork.Info;

        public override ExploredRun Train(ExploreTask task, int seed, Action<StepReport> report, CancellationToken stop)
        {
            TNetwork network = Start.Of<TNetwork>(seed);
            IReadOnlyList<PropagationRow> noise = OnNoise(network, seed);
            return new ExploredRun(task.Title, this, seed, noise, task.Train(network, seed, report, stop));
        }

        /// <summary>
        /// Its layers as theory takes them: inputs as they are declared, and a gradient that knows nothing of the output.
        /// </summary>
        private static IReadOnlyList<PropagationRow> OnNoise(TNetwork network, int seed)
        {
            const int examples = ExploreTask.Inspected;
            SeededRandom random = DataStream.OfNoise(seed);
            float[] inputs = Normal.Array(examples * TNetwork.Info.InputLength, TNetwork.Info.InputStandardDeviation, random);
            foreach (ref float input in inputs.AsSpan())
                input += TNetwork.Info.InputMean;
            float[] gradients = Normal.Array(examples * TNetwork.Info.OutputLength, 1, random);
            using var trainer = network.CreateTrainer(new Sgd(0), default(InnerProduct), examples);
            PropagationProbe probe = new(TNetwork.Info, examples);
            trainer.Inspect(inputs, gradients, ref probe);
            return probe.Rows(Enumerable.Range(0, TNetwork.Info.Layers.Length));
        }
    }
}
