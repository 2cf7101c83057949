using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Shows tensors of a slab to a probe, in the shapes of the field. Compiled passes call it where a probe observes. It is never inlined: of
/// what the just-in-time compiler inlines in a method, kernels need all.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Observe
{
    /// <summary>Shows a batch of vectors.</summary>
    /// <param name="probe">Who looks.</param>
    /// <param name="observation">What the tensor is.</param>
    /// <param name="layer">The index of the layer.</param>
    /// <param name="name">The name of the layer.</param>
    /// <param name="values">The first element of the buffer.</param>
    /// <param name="rows">All rows of a batch.</param>
    /// <param name="width">Their length.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Rows<TProbe>(
        ref TProbe probe, Observation observation, int layer, string name, ref float values, RowRange rows, int width)
        where TProbe : struct, IProbe =>
        probe.Observe(observation, layer, name, new BatchSpan(ref values, rows.Batch, width).AsTensor());

    /// <summary>Shows a batch of vectors that are a layer's pre-activation, activation and stream at once.</summary>
    /// <param name="probe">Who looks.</param>
    /// <param name="layer">The index of the layer.</param>
    /// <param name="name">The name of the layer.</param>
    /// <param name="values">The first element of the buffer.</param>
    /// <param name="rows">All rows of a batch.</param>
    /// <param name="width">Their length.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Layer<TProbe>(ref TProbe probe, int layer, string name, ref float values, RowRange rows, int width)
        where TProbe : struct, IProbe
    {
        Rows(ref probe, Observation.PreActivation, layer, name, ref values, rows, width);
        Rows(ref probe, Observation.Activation, layer, name, ref values, rows, width);
        Rows(ref probe, Observation.Stream, layer, name, ref values, rows, width);
    }

    /// <summary>Shows a weight, or what has its shape, unpacked.</summary>
    /// <param name="probe">Who looks.</param>
    /// <param name="observation">What the tensor is.</param>
    /// <param name="layer">The index of the layer.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="panels">The first element of the panels.</param>
    /// <param name="shape">Its shape, <c>[out, in]</c> or <c>[out, in, height, width]</c>.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Weight<TProbe>(
        ref TProbe probe, Observation observation, int layer, string name, ref float panels, ReadOnlySpan<int> shape)
        where TProbe : struct, IProbe
    {
        nint[] lengths = new nint[shape.Length];
        for (int dimension = 0; dimension < lengths.Length; dimension++)
            lengths[dimension] = shape[dimension];
        float[] weight = new float[Layout.Outputs(shape) * Layout.FanIn(shape)];
        Panels.Unpack(ref panels, shape, weight);
        probe.Observe(observation, layer, name, new ReadOnlyTensorSpan<float>(weight, lengths));
    }

    /// <summary>Shows a bias, or what has its shape.</summary>
    /// <param name="probe">Who looks.</param>
    /// <param name="observation">What the tensor is.</param>
    /// <param name="layer">The index of the layer.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="values">The first element.</param>
    /// <param name="length">The number of elements.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Bias<TProbe>(ref TProbe probe, Observation observation, int layer, string name, ref float values, int length)
        where TProbe : struct, IProbe =>
        probe.Observe(
            observation, layer, name, new ReadOnlyTensorSpan<float>(MemoryMarshal.CreateReadOnlySpan(ref values, length), [length]));

    /// <summary>Shows queries, keys, values and weights of attention, and the entropy of the weights.</summary>
    /// <param name="probe">Who looks.</param>
    /// <param name="layer">The index of the layer.</param>
    /// <param name="name">The name of the layer.</param>
    /// <param name="projected">The first query; keys and values lie beside it.</param>
    /// <param name="weights">The first weight.</param>
    /// <param name="rows">All examples of a batch.</param>
    /// <param name="positions">The number of their positions.</param>
    /// <param name="width">The length of queries, keys and values.</param>
    /// <param name="heads">The number of heads.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Attention<TProbe>(
        ref TProbe probe, int layer, string name, ref float projected, ref float weights, RowRange rows, int positions, int width,
        int heads)
        where TProbe : struct, IProbe
    {
        AttentionView view = new(ref projected, ref weights, rows.Batch, positions, width, heads);
        probe.Observe(Observation.Queries, layer, name, view.Part(0));
        probe.Observe(Observation.Keys, layer, name, view.Part(1));
        probe.Observe(Observation.Values, layer, name, view.Part(2));
        probe.Observe(Observation.AttentionWeights, layer, name, view.Weights);
        probe.Observe(
            Observation.AttentionEntropy, layer, name,
            new ReadOnlyTensorSpan<float>(view.Entropies(), [rows.Batch, heads, positions]));
    }
}
