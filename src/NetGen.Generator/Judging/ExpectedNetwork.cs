using NetGen.Generator.Graphs;
using NetGen.Generator.Model;
using NetGen.Generator.Passes;
using NetGen.Generator.Propagation;

namespace NetGen.Generator.Judging;

/// <summary>
/// What is expected of a network at its start, seen along its trunk: the values that nothing goes round, which all that the network knows
/// of its input passes through. A branch with a shortcut around it may start as small as it likes.
/// </summary>
/// <param name="forward">Its forward graph.</param>
/// <param name="signals">What is expected of each layer.</param>
/// <param name="input">What its inputs are like.</param>
internal sealed class ExpectedNetwork(Graph forward, IReadOnlyList<LayerSignal> signals, InputSignal input)
{
    // Logistic units hand on what is nearly the same for all inputs, and train in networks of up to four hidden layers (Glorot and
    // Bengio 2010).
    private const int MinCosineDepth = 5;

    private readonly bool[] isTrunk = Trunk(forward);

    public static ExpectedNetwork Of(NetworkSpec spec, CancellationToken cancellation)
    {
        StartingNetwork network = StartingNetwork.Of(spec, cancellation);
        return new ExpectedNetwork(network.Forward, network.Signals, spec.Input);
    }

    /// <summary>Whether every layer stands on the trunk.</summary>
    public bool IsChain => forward.Layers.All(layer => isTrunk[layer.PreActivation] && isTrunk[layer.Stream]);

    /// <summary>The name of a layer.</summary>
    public string NameOf(int layer) => forward.Layers[layer].Name;

    /// <summary>
    /// The sizes of what layers of the trunk hand on, relative to the input, or to what the last norm before them handed on. The last layer
    /// answers: it may start at any size, also at zero.
    /// </summary>
    public IEnumerable<SignalRatio> Deviations()
    {
        HashSet<int> norms = NormLayers();
        int reference = -1;
        double size = Math.Sqrt((double)input.Mean * input.Mean + (double)input.Deviation * input.Deviation);
        for (int layer = 0; layer < Depth - 1; layer++)
        {
            if (!isTrunk[forward.Layers[layer].Stream])
                continue;
            if (norms.Contains(layer))
                (reference, size) = (layer, signals[layer].StreamDeviation);
            yield return new SignalRatio(layer, reference, signals[layer].StreamDeviation / size);
        }
    }

    /// <summary>
    /// The gradients at layers, each relative to the gradient at the last layer of its kind: on the trunk, its last layer; in a branch,
    /// the layer at the same place of the last branch that computes the same. A layer is left out where the last step alone makes the
    /// difference, as an output that starts small does, and where the gradient is zero, behind a branch or an output that starts at zero.
    /// </summary>
    public IEnumerable<SignalRatio> Gradients()
    {
        Dictionary<(int, int), int> last = [], next = [];
        (int, int)[] kinds = Kinds();
        for (int layer = Depth - 1; layer >= 0; layer--)
        {
            if (!(signals[layer].GradientRatio > 0))
                continue;
            if (!last.TryGetValue(kinds[layer], out int reference))
                last.Add(kinds[layer], layer);
            else if (!next.TryGetValue(kinds[layer], out int inner))
                next.Add(kinds[layer], layer);
            else if (IsSpread(Ratio(layer, reference), Ratio(layer, inner)))
                yield return new SignalRatio(layer, reference, Ratio(layer, reference));
        }

        double Ratio(int layer, int reference) => signals[layer].GradientRatio / signals[reference].GradientRatio;
    }

    /// <summary>
    /// Whether no layer gets any gradient, as where all pre-activations are 0 and a ReLU has the slope 0 there.
    /// </summary>
    public bool IsUnreached => signals.All(static signal => signal.GradientRatio == 0);

    /// <summary>
    /// The cosine between two inputs where they come to the last layer, or to the first pool. Null where a shortcut carries their
    /// difference on, whatever the branches add in common, or where there are so few layers that biases soon take away what they add in
    /// common.
    /// </summary>
    public SignalRatio? LastCosine
    {
        get
        {
            int last = LastUnpooled();
            return IsChain && last + 2 > MinCosineDepth ? new SignalRatio(last, -1, signals[last].Cosine) : null;
        }
    }

    /// <summary>
    /// The greatest factor by which the signal or its gradient leaves its size along the trunk, in whichever direction, or null
    /// where none is known.
    /// </summary>
    public SignalRatio? Drift => Deviations().Concat(Gradients().Where(gradient => isTrunk[forward.Layers[gradient.Layer].PreActivation]))
        .Where(static ratio => !double.IsNaN(ratio.Value))
        .Select(static ratio => (SignalRatio?)(ratio with { Value = Math.Max(ratio.Value, 1 / ratio.Value) }))
        .OrderByDescending(static ratio => ratio!.Value.Value)
        .FirstOrDefault();

    private static bool IsSpread(double toLast, double toNext) => Math.Abs(Math.Log(toNext)) >= Math.Abs(Math.Log(toLast)) / 2;

    private int Depth => forward.Layers.Count;

    // A value is on the trunk if no earlier one is used behind it.
    private static bool[] Trunk(Graph graph)
    {
        bool[] follows = new bool[graph.Nodes.Count];
        int[] lastUse = new int[graph.Nodes.Count];
        for (int value = 0; value < graph.Nodes.Count; value++)
        {
            foreach (int used in graph[value].Inputs)
            {
                follows[value] |= follows[used];
                lastUse[used] = value;
            }

            follows[value] |= value == graph.Input;
        }

        bool[] trunk = new bool[graph.Nodes.Count];
        int reach = 0;
        for (int value = 0; value < graph.Nodes.Count; value++)
        {
            if (!follows[value])
                continue;
            trunk[value] = reach <= value;
            reach = Math.Max(reach, lastUse[value]);
        }

        return trunk;
    }

    // Pooling makes images of independent pixels alike, as the theory has them. Those that people look at differ in what pixels that lie
    // together have in common, which pooling keeps.
    private int LastUnpooled()
    {
        bool[] isPooled = new bool[forward.Nodes.Count];
        for (int value = 0; value < isPooled.Length; value++)
        {
            Node node = forward[value];
            isPooled[value] = node.Operation is PoolOperation or GlobalAvgPool || node.Inputs.Any(input => isPooled[input]);
        }

        int last = Depth - 2;
        while (last >= 0 && isPooled[forward.Layers[last].Stream])
            last--;
        return last;
    }

    // What comes out of a norm has a size of its own.
    private HashSet<int> NormLayers() =>
    [
        .. forward.Nodes
            .Where((node, value) => node.Operation is Normalize or GroupNormalize or BatchNormalize && isTrunk[value])
            .Select(static node => node.Layer),
    ];

    // The layers from one value of the trunk to the next are a branch, which is known by what they compute. The trunk itself is number 0.
    private (int Branch, int Place)[] Kinds()
    {
        var kinds = new (int, int)[Depth];
        Dictionary<string, int> branches = [];
        int first = 0;
        for (int layer = 0; layer < Depth; layer++)
        {
            if (!isTrunk[forward.Layers[layer].Stream] && layer < Depth - 1)
                continue;
            string computed = string.Join("|", Enumerable.Range(first, layer + 1 - first).Select(inner => forward.Layers[inner].Operation));
            if (!branches.TryGetValue(computed, out int branch))
                branches.Add(computed, branch = branches.Count + 1);
            for (int inner = first; inner <= layer; inner++)
                kinds[inner] = isTrunk[forward.Layers[inner].PreActivation] ? (0, 0) : (branch, inner - first);
            first = layer + 1;
        }

        return kinds;
    }
}

/// <summary>What is expected at a layer, relative to another.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Reference">The other, or -1 for the input.</param>
/// <param name="Value">The ratio.</param>
internal readonly record struct SignalRatio(int Layer, int Reference, double Value);
