using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>
/// A network of one layer, <c>y = max(0, W x + b)</c>, written plainly over the documented layouts. It does what kernels may do: it computes whole panels,
/// padding included, and it insists that the padding it is handed is zero.
/// </summary>
internal sealed class ReluLayer<TShape>(int seed = 0, Init? init = null, float? initScale = null) : INetwork
    where TShape : struct, IShape
{
    private const int Scratch = 48;

    private static readonly int OutputColumns = Layout.Panels(TShape.Outputs) * Layout.PanelWidth;
    private static readonly int InputStride = Layout.RowStride(TShape.Inputs);
    private static readonly int OutputStride = Layout.RowStride(TShape.Outputs);
    private static readonly int Bias = OutputColumns * TShape.Inputs;

    public static NetworkInfo Info { get; } = new(
        "ReluLayer",
        TShape.Inputs,
        TShape.Outputs,
        [new LayerInfo("layers.0", "ReLU(Linear(x))", TShape.Inputs, TShape.Outputs, (TShape.Inputs + 1) * TShape.Outputs, 2 * TShape.Inputs * TShape.Outputs, [-1])],
        [
            new ParameterInfo("layers.0.linear.weight", 0, [TShape.Outputs, TShape.Inputs], 0, Init.KaimingNormal, 1f),
            new ParameterInfo("layers.0.linear.bias", 0, [TShape.Outputs], Bias, Init.Zeros, 1f),
        ],
        new MemoryPlan(
            Bias + OutputColumns,
            Scratch,
            InputStride + 2 * OutputStride,
            InputStride + OutputStride,
            new TrainingBuffers(0, InputStride, InputStride + OutputStride),
            new PredictionBuffers(0, InputStride)));

    public ParameterSet Parameters { get; } = new(Info, seed, init, initScale);

    static void INetwork.Infer(ref float parameters, ref float activations, int rows) =>
        Product(ref parameters, ref activations, ref Unsafe.Add(ref activations, InputStride * rows), rows, rectified: true);

    static void INetwork.Forward<TProbe>(ref float parameters, ref float activations, int rows, ref TProbe probe)
    {
        ref float input = ref Unsafe.Add(ref activations, Scratch);
        ref float output = ref Unsafe.Add(ref input, InputStride * rows);
        if (TProbe.Observes)
        {
            Product(ref parameters, ref input, ref output, rows, rectified: false);
            Observe.Rows(ref probe, Observation.PreActivation, 0, "layers.0", ref output, rows, TShape.Outputs);
        }

        Product(ref parameters, ref input, ref output, rows, rectified: true);
        if (TProbe.Observes)
        {
            Observe.Rows(ref probe, Observation.Activation, 0, "layers.0", ref output, rows, TShape.Outputs);
            Observe.Rows(ref probe, Observation.Stream, 0, "layers.0", ref output, rows, TShape.Outputs);
        }
    }

    static void INetwork.Backward<TUpdate, TProbe>(
        ref float parameters, ref float gradients, ref float activations, int rows, ref TUpdate update, ref TProbe probe)
    {
        ref float input = ref Unsafe.Add(ref activations, Scratch);
        ref float output = ref Unsafe.Add(ref input, InputStride * rows);
        ref float gradient = ref Unsafe.Add(ref output, OutputStride * rows);
        RequireZeroPadding(ref gradient, rows, TShape.Outputs, OutputStride);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < OutputColumns; column++)
            {
                if (Unsafe.Add(ref output, row * OutputStride + column) <= 0)
                    Unsafe.Add(ref gradient, row * OutputStride + column) = 0;
            }
        }

        for (int column = 0; column < OutputColumns; column++)
        {
            for (int k = 0; k < TShape.Inputs; k++)
            {
                float sum = 0;
                for (int row = 0; row < rows; row++)
                    sum += Unsafe.Add(ref gradient, row * OutputStride + column) * Unsafe.Add(ref input, row * InputStride + k);
                Unsafe.Add(ref gradients, Weight(column, k)) = sum;
            }

            float biasSum = 0;
            for (int row = 0; row < rows; row++)
                biasSum += Unsafe.Add(ref gradient, row * OutputStride + column);
            Unsafe.Add(ref gradients, Bias + column) = biasSum;
        }

        if (TProbe.Observes)
        {
            Observe.Rows(ref probe, Observation.PreActivationGradient, 0, "layers.0", ref gradient, rows, TShape.Outputs);
            Observe.Weight(ref probe, Observation.WeightGradient, 0, "layers.0.linear.weight", ref gradients, TShape.Outputs, TShape.Inputs);
            Observe.Bias(ref probe, Observation.BiasGradient, 0, "layers.0.linear.bias", ref Unsafe.Add(ref gradients, Bias), TShape.Outputs);
        }

        update.Finished(0, Bias);
        update.Finished(Bias, OutputColumns);

        // A plan may let other gradients share this memory, padding included: whoever comes next must not rely on it.
        for (int i = 0; i < OutputStride * rows; i++)
            Unsafe.Add(ref gradient, i) = float.NaN;
    }

    private static void Product(ref float parameters, ref float input, ref float output, int rows, bool rectified)
    {
        RequireZeroPadding(ref input, rows, TShape.Inputs, InputStride);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < OutputColumns; column++)
            {
                float sum = Unsafe.Add(ref parameters, Bias + column);
                for (int k = 0; k < TShape.Inputs; k++)
                    sum += Unsafe.Add(ref input, row * InputStride + k) * Unsafe.Add(ref parameters, Weight(column, k));
                Unsafe.Add(ref output, row * OutputStride + column) = rectified && sum <= 0 ? 0 : sum;
            }
        }
    }

    private static int Weight(int column, int k)
    {
        (int panel, int lane) = Math.DivRem(column, Layout.PanelWidth);
        return (panel * TShape.Inputs + k) * Layout.PanelWidth + lane;
    }

    private static void RequireZeroPadding(ref float buffer, int rows, int width, int stride)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = width; column < stride; column++)
            {
                if (Unsafe.Add(ref buffer, row * stride + column) != 0)
                    throw new InvalidOperationException($"Padding at row {row}, column {column} is not zero.");
            }
        }
    }
}
