using NetGen.Generator.Graphs;
using NetGen.Generator.Kernels;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>
/// What a probe can see of the forward pass, and how: a value that is stored is shown where it lies; one that only lives inside a kernel is computed
/// again, by the same chain of operations, where somebody looks.
/// </summary>
/// <param name="Forward">For each line of the forward pass, what is shown behind it.</param>
/// <param name="Backward">For each line of the backward pass, the layers whose gradient is shown behind it.</param>
internal sealed record ObservationPlan(EquatableArray<EquatableArray<ObservedLayer>> Forward, EquatableArray<EquatableArray<int>> Backward)
{
    public static ObservationPlan Of(ScheduledNetwork network)
    {
        EquatableArray<Call> calls = network.Step.Forward;
        HashSet<int> stored = [.. network.StepMemory.Buffers.Select(static buffer => buffer.Value)];
        Dictionary<int, int> shownBehind = [];
        for (int call = calls.Count - 1; call >= 0; call--)
        {
            // The network's input is shown behind the first line that reads it; other values behind the line that makes them.
            foreach (int value in calls[call].Reads.Concat(calls[call].Writes).Concat(calls[call] is KernelCall kernel ? kernel.Values : default))
                shownBehind[value] = call;
        }

        List<ObservedLayer>[] observed = [.. calls.Select(static _ => new List<ObservedLayer>())];
        for (int index = 0; index < network.Forward.Layers.Count; index++)
        {
            Layer layer = network.Forward.Layers[index];
            (string Observation, int Value)[] values =
                [("PreActivation", layer.PreActivation), ("Activation", layer.Activation), ("Stream", layer.Stream)];
            foreach (IGrouping<int, (string Observation, int Value)> group in values.GroupBy(pair => shownBehind[pair.Value]).OrderBy(static group => group.Key))
                observed[group.Key].Add(new ObservedLayer(index, group.Select(pair => Observe(calls[group.Key], pair.Observation, pair.Value)).ToEquatableArray()));
        }

        return new ObservationPlan(observed.Select(static layers => layers.ToEquatableArray()).ToEquatableArray(), Gradients(network));

        ObservedValue Observe(Call call, string observation, int value) =>
            new(observation, value, stored.Contains(value) ? null : ((KernelCall)call).Values.ToList().IndexOf(value));
    }

    // Behind the line that makes the gradient of the layer's weight of it; for a layer that has none, behind the first line that reads it.
    private static EquatableArray<EquatableArray<int>> Gradients(ScheduledNetwork network)
    {
        EquatableArray<Call> calls = network.Step.Backward;
        List<int>[] shown = [.. calls.Select(static _ => new List<int>())];
        Dictionary<int, int> firstReader = [];
        Dictionary<int, int> weightGradient = [];
        for (int call = calls.Count - 1; call >= 0; call--)
        {
            foreach (int value in calls[call].Reads)
                firstReader[value] = call;
            if (calls[call] is KernelCall { Kernel.Product.SumsOverRows: true } product)
                weightGradient[product.Layer] = call;
        }

        for (int layer = 0; layer < network.Training.LayerGradients.Count; layer++)
        {
            int gradient = network.Training.LayerGradients[layer];
            if (weightGradient.TryGetValue(layer, out int call) && calls[call].Reads.Contains(gradient) || firstReader.TryGetValue(gradient, out call))
                shown[call].Add(layer);
        }

        return shown.Select(static layers => layers.ToEquatableArray()).ToEquatableArray();
    }
}

/// <summary>What is shown of a layer behind a line.</summary>
/// <param name="Layer">The layer's index.</param>
/// <param name="Values">What.</param>
internal sealed record ObservedLayer(int Layer, EquatableArray<ObservedValue> Values);

/// <summary>A value that is shown.</summary>
/// <param name="Observation">The member of the runtime's <c>Observation</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Step">Behind how many steps of the kernel's computation it exists, or nothing where it is stored.</param>
internal sealed record ObservedValue(string Observation, int Value, int? Step);
