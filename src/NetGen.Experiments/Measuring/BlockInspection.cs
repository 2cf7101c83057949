using System.Numerics.Tensors;

namespace NetGen.Experiments.Measuring;

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
        InputSpreadProbe probe = new(blocks, spreads);
        trainer.Inspect(inputs, targets, ref probe);
        return [.. blocks.Select((block, index) => new BlockRow(index + 1, spreads[index], Norm(trainer.Gradients[block.FirstWeight])))];
    }

    /// <summary>In double: gradients fall below what the square of a float can hold.</summary>
    public static double Norm(Parameter gradient) => TensorPrimitives.Norm<double>(Array.ConvertAll(gradient.ToArray(), static value => (double)value));

    /// <summary>Sees what the layer before each block hands on.</summary>
    private readonly struct InputSpreadProbe(IReadOnlyList<BlockLayout> blocks, double[] spreads) : IProbe
    {
        public static bool Observes => true;

        public void Observe(Observation observation, int layer, string name, in ReadOnlyTensorSpan<float> values)
        {
            if (observation != Observation.Stream)
                return;

            for (int block = 0; block < blocks.Count; block++)
            {
                if (blocks[block].LayerBefore == layer)
                    spreads[block] = Spread(values);
            }
        }

        private static double Spread(in ReadOnlyTensorSpan<float> values)
        {
            float[] rows = new float[values.FlattenedLength];
            values.FlattenTo(rows);
            double squares = rows.Average(static value => (double)value * value);
            return squares == 0 ? 0 : UnitSpread.StdBetweenRows(rows, (int)values.Lengths[1]) / Math.Sqrt(squares);
        }
    }
}
