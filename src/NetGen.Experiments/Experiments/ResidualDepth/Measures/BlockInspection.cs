using System.Numerics.Tensors;
using NetGen.Experiments.Measuring;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>Looks at the blocks of a network over one batch.</summary>
internal static class BlockInspection
{
    public static IReadOnlyList<BlockRow> Of<TNetwork, TOptimizer, TLoss>(
        Trainer<TNetwork, TOptimizer, TLoss> trainer, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
        where TNetwork : class, INetwork
        where TOptimizer : struct, IOptimizer
        where TLoss : struct, ILoss
    {
        IReadOnlyList<BlockLayout> blocks = BlockLayout.Of(TNetwork.Info);
        double[] spreads = new double[blocks.Count];
        double[] gradients = new double[blocks.Count];
        BlockProbe probe = new(blocks, spreads, gradients);
        trainer.Inspect(inputs, targets, ref probe);
        return
        [
            .. blocks.Select(
                (block, index) =>
                    new BlockRow(index + 1, spreads[index], Norm(trainer.Gradients[block.FirstWeight].ToArray()), gradients[index])),
        ];
    }

    /// <summary>In double: gradients fall below what the square of a float can hold.</summary>
    public static double Norm(float[] gradient) => TensorPrimitives.Norm<double>(Array.ConvertAll(gradient, static value => (double)value));

    /// <summary>Sees what the layer before each block hands on, and the gradient that arrives at its first Linear.</summary>
    private readonly struct BlockProbe(IReadOnlyList<BlockLayout> blocks, double[] spreads, double[] gradients) : IProbe
    {
        public static bool Observes => true;

        public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
        {
            for (int block = 0; block < blocks.Count; block++)
            {
                if (observation == Observation.Stream && blocks[block].LayerBefore == layer)
                    spreads[block] = Spread(new TensorRows(values).ToArray(), (int)values.Lengths[1]);
                if (observation == Observation.PreActivationGradient && blocks[block].FirstLayer == layer)
                    gradients[block] = Norm(new TensorRows(values).ToArray());
            }
        }

        private static double Spread(float[] rows, int width)
        {
            double squares = rows.Average(static value => (double)value * value);
            return squares == 0 ? 0 : UnitSpread.StdBetweenRows(rows, width) / Math.Sqrt(squares);
        }
    }
}
