using NetGen.Generator.Graphs;
using NetGen.Generator.Kernels;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>
/// What a probe can see of the forward pass, and how: a value that is stored is shown where it lies; one that only lives inside a kernel is
/// computed again, by the same chain of operations, where somebody looks.
/// </summary>
/// <param name="Forward">For each call of the forward pass, what is shown behind it.</param>
/// <param name="Backward">For each call of the backward pass, the layers whose gradient is shown behind it.</param>
internal sealed record ObservationPlan(EquatableArray<EquatableArray<ObservedLayer>> Forward, EquatableArray<EquatableArray<int>> Backward)
{
    public static ObservationPlan Of(ScheduledNetwork network)
    {
        EquatableArray<Call> calls = network.Step.Forward;
        HashSet<int> stored = [.. network.StepMemory.Buffers.Select(static buffer => buffer.Value)];
        Dictionary<int, int> shownBehind = [];
        for (int call = calls.Count - 1; call >= 0; call--)
        {
            // The network's input is shown behind the first call that reads it; other values behind the call that makes them.
            EquatableArray<int> computed = calls[call] is KernelCall kernel ? kernel.Values : default;
            foreach (int value in calls[call].Reads.Concat(calls[call].Writes).Concat(computed))
                shownBehind[value] = call;
        }

        List<ObservedLayer>[] observed = [.. calls.Select(static _ => new List<ObservedLayer>())];
        for (int index = 0; index < network.Forward.Layers.Count; index++)
        {
            Layer layer = network.Forward.Layers[index];
            (string Observation, int Value)[] values =
                [("PreActivation", layer.PreActivation), ("Activation", layer.Activation), ("Stream", layer.Stream)];
            foreach (int call in values.Select(pair => shownBehind[pair.Value]).Distinct())
            {
                IEnumerable<ObservedValue> shown = values
                    .Where(pair => shownBehind[pair.Value] == call)
                    .Select(pair => Observe(calls[call], pair.Observation, pair.Value));
                observed[call].Add(new ObservedLayer(index, shown.ToEquatableArray()));
            }
        }

        return new ObservationPlan(observed.Select(static layers => layers.ToEquatableArray()).ToEquatableArray(), Gradients(network));

        ObservedValue Observe(Call call, string observation, int value) =>
            new(observation, value, stored.Contains(value) ? null : ((KernelCall)call).Values.ToList().IndexOf(value));
    }

    // A gradient is shown behind the call that makes the gradient of the layer's weight of it, or else behind the first that reads it.
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
            bool isSummed = weightGradient.TryGetValue(layer, out int call) && calls[call].Reads.Contains(gradient);
            if (isSummed || firstReader.TryGetValue(gradient, out call))
                shown[call].Add(layer);
        }

        return shown.Select(static layers => layers.ToEquatableArray()).ToEquatableArray();
    }
}

/// <summary>What is shown of a layer behind a call.</summary>
/// <param name="Layer">The layer's index.</param>
/// <param name="Values">What.</param>
internal sealed record ObservedLayer(int Layer, EquatableArray<ObservedValue> Values);

/// <summary>A value that is shown.</summary>
/// <param name="Observation">The member of the runtime's <c>Observation</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Step">Behind how many steps of the kernel's computation it exists, or null where it is stored.</param>
internal sealed record ObservedValue(string Observation, int Value, int? Step);
