using NetGen.Experiments.Data;
using NetGen.Experiments.Declaring;
using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.SignalPropagation;

/// <summary>A network that was compiled and loaded while the program runs: its type is unknown before.</summary>
internal abstract class LoadedNetwork
{
    /// <param name="network">The class of the network.</param>
    public static LoadedNetwork Of(Type network) => (LoadedNetwork)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(network))!;

    /// <summary>What the network compiler expects of its layers.</summary>
    public abstract IReadOnlyList<PropagationRow> Expected { get; }

    /// <summary>Looks at it as it starts from a seed, with normal inputs and, at its end, normal gradients.</summary>
    /// <param name="declared">Its declaration.</param>
    /// <param name="setup">The name of the set-up.</param>
    /// <param name="seed">The seed of weights and data.</param>
    /// <param name="rows">The number of inputs.</param>
    public abstract PropagationRun Measure(GridNetwork declared, string setup, int seed, int rows);

    private sealed class Typed<TNetwork> : LoadedNetwork
        where TNetwork : class, INetwork
    {
        public override IReadOnlyList<PropagationRow> Expected { get; } =
            PropagationRow.Expected(TNetwork.Info, PropagationRow.LinearLayers(TNetwork.Info));

        public override PropagationRun Measure(GridNetwork declared, string setup, int seed, int rows)
        {
            SeededRandom random = DataStream.Of(seed);
            float[] inputs = Normal.Array(rows * declared.Width, declared.InputStd, random);
            float[] gradients = Normal.Array(rows * declared.Width, 1, random);
            using var trainer = Start.Of<TNetwork>(seed).CreateTrainer(new Sgd(0), default(InnerProduct), rows);
            PropagationProbe probe = new(TNetwork.Info, rows);
            float loss = trainer.Inspect(inputs, gradients, ref probe);
            return new PropagationRun(setup, declared, seed, loss, probe.Rows(PropagationRow.LinearLayers(TNetwork.Info)), Expected);
        }
    }
}
