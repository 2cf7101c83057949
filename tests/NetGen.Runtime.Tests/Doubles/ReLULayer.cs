using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen.Runtime.Tests;

/// <summary>
/// A network of one layer, <c>y = max(0, W x + b)</c>, written plainly over the documented layouts. It does what kernels may do: it
/// computes whole panels, padding included, and it insists that the padding it is handed is zero.
/// </summary>
internal sealed class ReLULayer<TShape>(int seed = 0, Init? init = null, float? initScale = null) : INetwork
    where TShape : struct, IShape
{
    private const int Scratch = 48;

    private static readonly int PanelColumns = Layout.Panels(TShape.Outputs) * Layout.PanelWidth;
    private static readonly int OutputColumns = Layout.Columns(TShape.Outputs);
    private static readonly int InputStride = Layout.RowStride(TShape.Inputs);
    private static readonly int OutputStride = Layout.RowStride(TShape.Outputs);
    private static readonly int Bias = PanelColumns * TShape.Inputs;

    public static NetworkInfo Info { get; } = new(
        "ReLULayer",
        [TShape.Inputs],
        [TShape.Outputs],
        [new LayerInfo(
            "layers.0", "ReLU(Linear(x))", [TShape.Inputs], [TShape.Outputs], (TShape.Inputs + 1) * TShape.Outputs,
            2 * TShape.Inputs * TShape.Outputs, [-1])],
        [
            new ParameterInfo("layers.0.linear.weight", 0, [TShape.Outputs, TShape.Inputs], 0, Init.KaimingNormal, 1f),
            new ParameterInfo("layers.0.linear.bias", 0, [TShape.Outputs], Bias, Init.Zeros, 1f),
        ],
        new MemoryPlan(
            Bias + PanelColumns,
            Scratch,
            InputStride + 2 * OutputStride,
            InputStride + 2 * OutputStride,
            InputStride + OutputStride,
            new TrainingBuffers(0, InputStride, InputStride + OutputStride),
            new PredictionBuffers(0, InputStride)));

    public ParameterSet Parameters { get; } = new(Info, seed, init, initScale);

    static void INetwork.Infer(ref float parameters, ref float scratch, ref float activations, RowRange rows) =>
        Product(ref parameters, ref activations, ref Unsafe.Add(ref activations, InputStride * rows.Batch), rows, rectified: true);

    static void INetwork.ForwardStage(int stage, ref float parameters, ref float scratch, ref float activations, RowRange rows)
    {
        NoProbe probe = default;
        Forward(ref parameters, ref activations, rows, ref probe);
    }

    static void INetwork.Forward<TProbe>(ref float parameters, ref float scratch, ref float activations, RowRange rows, ref TProbe probe) =>
        Forward(ref parameters, ref activations, rows, ref probe);

    private static void Forward<TProbe>(ref float parameters, ref float activations, RowRange rows, ref TProbe probe)
        where TProbe : struct, IProbe
    {
        ref float input = ref activations;
        ref float output = ref Unsafe.Add(ref input, InputStride * rows.Batch);
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
        ref float parameters, ref float gradients, ref float scratch, ref float activations,
        RowRange rows, ref TUpdate update, ref TProbe probe)
    {
        BackwardData(ref activations, rows);
        if (TProbe.Observes)
            Observe.Rows(
                ref probe, Observation.PreActivationGradient, 0, "layers.0", ref Gradient(ref activations, rows), rows, TShape.Outputs);
        BackwardWeights(ref gradients, ref activations, rows);
        if (TProbe.Observes)
        {
            Observe.Weight(
                ref probe, Observation.WeightGradient, 0, "layers.0.linear.weight", ref gradients, [TShape.Outputs, TShape.Inputs]);
            Observe.Bias(
                ref probe, Observation.BiasGradient, 0, "layers.0.linear.bias", ref Unsafe.Add(ref gradients, Bias), TShape.Outputs);
        }

        update.Finished(0, Bias);
        update.Finished(Bias, PanelColumns);
        Spoil(ref activations, rows);
    }

    static void INetwork.BackwardStage(int stage, ref float parameters, ref float scratch, ref float activations, RowRange rows) =>
        BackwardData(ref activations, rows);

    static void INetwork.BackwardWeights<TUpdate>(
        ref float gradients, ref float scratch, ref float activations, RowRange rows, ref TUpdate update)
    {
        if (!update.Takes((long)(Bias + PanelColumns) * rows.Batch))
            return;

        BackwardWeights(ref gradients, ref activations, rows);
        update.Finished(0, Bias);
        update.Finished(Bias, PanelColumns);
        Spoil(ref activations, rows);
    }

    private static ref float Gradient(ref float activations, RowRange rows) =>
        ref Unsafe.Add(ref activations, (InputStride + OutputStride) * rows.Batch);

    private static void BackwardData(ref float activations, RowRange rows)
    {
        ref float output = ref Unsafe.Add(ref activations, InputStride * rows.Batch);
        ref float gradient = ref Gradient(ref activations, rows);
        RequireZeroPadding(ref gradient, rows, TShape.Outputs, OutputStride);
        for (int row = rows.First; row < rows.End; row++)
        {
            for (int column = 0; column < OutputColumns; column++)
            {
                if (Unsafe.Add(ref output, row * OutputStride + column) <= 0)
                    Unsafe.Add(ref gradient, row * OutputStride + column) = 0;
            }
        }
    }

    private static void BackwardWeights(ref float gradients, ref float activations, RowRange rows)
    {
        ref float gradient = ref Gradient(ref activations, rows);
        for (int column = 0; column < OutputColumns; column++)
        {
            for (int k = 0; k < TShape.Inputs; k++)
            {
                float sum = 0;
                for (int row = 0; row < rows.Batch; row++)
                    sum += Unsafe.Add(ref gradient, row * OutputStride + column) * Unsafe.Add(ref activations, row * InputStride + k);
                Unsafe.Add(ref gradients, Weight(column, k)) = sum;
            }

            float biasSum = 0;
            for (int row = 0; row < rows.Batch; row++)
                biasSum += Unsafe.Add(ref gradient, row * OutputStride + column);
            Unsafe.Add(ref gradients, Bias + column) = biasSum;
        }
    }

    // A plan may let other gradients share this memory, padding included: whoever comes next must not rely on it.
    private static void Spoil(ref float activations, RowRange rows) =>
        MemoryMarshal.CreateSpan(ref Gradient(ref activations, rows), OutputStride * rows.Batch).Fill(float.NaN);

    private static void Product(ref float parameters, ref float input, ref float output, RowRange rows, bool rectified)
    {
        RequireZeroPadding(ref input, rows, TShape.Inputs, InputStride);
        for (int row = rows.First; row < rows.End; row++)
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

    private static void RequireZeroPadding(ref float buffer, RowRange rows, int width, int stride)
    {
        for (int row = rows.First; row < rows.End; row++)
        {
            for (int column = width; column < stride; column++)
            {
                if (Unsafe.Add(ref buffer, row * stride + column) != 0)
                    throw new InvalidOperationException($"Padding at row {row}, column {column} is not zero.");
            }
        }
    }
}
