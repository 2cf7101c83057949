using System.Numerics.Tensors;

namespace NetGen.Experiments.PlainNetHypothesis;

/// <summary>Which share of the units of each hidden layer is zero for every input, so that no gradient goes through them.</summary>
/// <param name="Hidden">
/// Of the units between the two matrices of a branch or learner; NaN where the layer holds numbers that are none.
/// </param>
/// <param name="Outputs">Of what the layer hands on, likewise.</param>
internal sealed record DeadUnits(IReadOnlyList<double> Hidden, IReadOnlyList<double> Outputs)
{
    private const int Inputs = 256;

    /// <summary>Looks at a network.</summary>
    /// <param name="network">One whose second declared layer is the repeated block of its hidden layers.</param>
    /// <param name="inputs">Inputs, row by row, of which it takes the first few hundred.</param>
    public static DeadUnits In<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs)
        where TNetwork : class, INetwork
    {
        ReadOnlySpan<float> looked = inputs[..Math.Min(Inputs * TNetwork.Info.InputWidth, inputs.Length)];
        Probe probe = new(new double[TNetwork.Info.Layers.Length]);
        using var trainer = network.CreateTrainer(new Sgd(0), Loss.MeanSquaredError, looked.Length / TNetwork.Info.InputWidth);
        trainer.Inspect(looked, looked, ref probe);

        // A layer of the network is named after its place: "1.17.0.2" lies in the eighteenth hidden layer.
        double[][] layers =
        [
            .. TNetwork.Info.Layers.Zip(probe.Dead)
                .Where(static layer => layer.First.Name.StartsWith("1.", StringComparison.Ordinal))
                .GroupBy(static layer => layer.First.Name.Split('.')[1], static layer => layer.Second)
                .Select(static layer => layer.ToArray()),
        ];
        return new DeadUnits([.. layers.Select(static layer => layer[0])], [.. layers.Select(static layer => layer[^1])]);
    }

    private readonly struct Probe(double[] dead) : IProbe
    {
        public static bool Observes => true;

        /// <summary>The share of dead units of each layer.</summary>
        public double[] Dead => dead;

        public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
        {
            if (observation != Observation.Stream)
                return;

            float[] flat = new TensorRows(values).ToArray();
            int width = (int)values.Lengths[1];
            bool[] alive = new bool[width];
            for (int i = 0; i < flat.Length; i++)
                alive[i % width] |= flat[i] != 0;
            dead[layer] = flat.All(float.IsFinite) ? (double)alive.Count(static unit => !unit) / width : double.NaN;
        }
    }
}
