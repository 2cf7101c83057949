using NetGen.Generator.Graphs;
using NetGen.Generator.Model;

namespace NetGen.Generator.Propagation;

/// <summary>
/// What the theory of wide networks at initialisation expects of every value: forwards its moments for two independent inputs (Poole et
/// al. 2016), backwards the mean square of its gradient (Schoenholz et al. 2017). Every operation knows its own part. Positions of an
/// example are further units. What comes from an operation without a law is unknown, and so is what is made of it: of such layers
/// nothing is expected.
/// </summary>
internal sealed class SignalPropagation
{
    private readonly Graph graph;
    private readonly Units?[] units;
    private readonly GradientUnits?[] gradients;
    private readonly Dictionary<int, SharedProducts> shared = [];
    private readonly bool[] mixed;
    private int roots;

    private SignalPropagation(Graph graph, InputSignal input)
    {
        this.graph = graph;
        units = new Units?[graph.Nodes.Count];
        gradients = new GradientUnits?[graph.Nodes.Count];
        IEnumerable<Node> products = graph.Nodes.Where(static node => node.Operation is MatMul { TransposeB: true } or Conv2d);
        foreach (IGrouping<int, Node> uses in products.GroupBy(static node => node.Inputs[1]))
        {
            if (uses.Count() > 1 && Parameter(uses.Key) is { IsRandom: true } matrix)
                shared[uses.Key] = new SharedProducts(matrix.Gain, matrix.TransposedGain);
        }

        mixed = new bool[graph.Nodes.Count];
        for (int value = 0; value < mixed.Length; value++)
            mixed[value] = graph[value].Operation is Attend || graph[value].Inputs.Any(read => mixed[read]);

        double mean = input.Mean;
        Input = new UnitMoments(mean, mean * mean + (double)input.Deviation * input.Deviation, mean * mean);
    }

    /// <summary>The network's inputs.</summary>
    public UnitMoments Input { get; }

    /// <param name="training">The forward graph and its gradients, with shapes.</param>
    /// <param name="input">What the inputs are like.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>An entry for each layer of the graph.</returns>
    public static EquatableArray<LayerSignal> Run(TrainingGraph training, InputSignal input, CancellationToken cancellation)
    {
        try
        {
            var signals = new SignalPropagation(training.Graph, input);
            signals.PropagateForward(training.OutputGradient, cancellation);
            signals.PropagateBackward(training.OutputGradient, cancellation);
            return signals.OfLayers(training.LayerGradients);
        }
        catch (InsufficientExecutionStackException)
        {
            // Thousands of layers behind each other, before the first that needs drawn units: nothing is expected of them.
            LayerSignal unknown = new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
            return training.Graph.Layers.Select(_ => unknown).ToEquatableArray();
        }
    }

    public Node Node(int value) => graph[value];

    public Units Units(int value) => units[value] ?? throw new InvalidOperationException($"{graph[value].Name} has no units.");

    public GradientUnits? Gradient(int value) => gradients[value];

    public StartingWeights Parameter(int value) => new((ParameterValue)graph[value].Operation);

    /// <summary>
    /// Whether the positions of an example have looked at each other: then they have more in common than two inputs, and the laws of what
    /// mixes them do not hold.
    /// </summary>
    public bool AreMixed(int value) => mixed[value];

    /// <summary>The products with a random matrix that is used several times, or null for one that is used once.</summary>
    public SharedProducts? ProductsWith(int matrix) => shared.TryGetValue(matrix, out SharedProducts? products) ? products : null;

    /// <summary>A Gaussian number of its own.</summary>
    public Units NewRoot(UnitMoments moments) =>
        moments.Variance == 0 ? new ConstantUnits(moments.Mean) : new GaussianRoot(roots++, moments);

    /// <summary>A mask of its own: of dropout, drawn anew for each input, or of units that stay zero.</summary>
    public Units NewMask(double share, double factor, bool isDrawnAnew) => new MaskUnits(roots++, share, factor, isDrawnAnew);

    private void PropagateForward(int outputGradient, CancellationToken cancellation)
    {
        for (int value = 0; value < outputGradient; value++)
        {
            cancellation.ThrowIfCancellationRequested();
            units[value] = graph[value].Inputs.All(IsKnown) ? graph[value].Operation.Propagate(this, graph[value]) : null;
        }
    }

    private void PropagateBackward(int outputGradient, CancellationToken cancellation)
    {
        int[] lastUse = LastUses();
        Dictionary<GradientSource, int> holders = [];
        gradients[outputGradient] = GradientUnits.Fresh(Power.Of(1));
        Hold(gradients[outputGradient], +1);
        for (int value = outputGradient + 1; value < graph.Nodes.Count; value++)
        {
            cancellation.ThrowIfCancellationRequested();
            Node node = graph[value];
            bool isKnown = node.Inputs.All(IsKnown);
            if (isKnown && node.Inputs.Any(input => gradients[input] is not null))
                gradients[value] = node.Operation.PropagateGradient(this, node);
            else if (isKnown)
                units[value] = node.Operation.Propagate(this, node);

            // A source that is needed in this gradient only need not be told apart from others.
            foreach (int input in node.Inputs.Where(input => lastUse[input] == value).Distinct())
                Hold(gradients[input], -1);
            gradients[value] = gradients[value]?.Merged(source => source.IsCorrelated || IsHeld(source));
            Hold(gradients[value], +1);
        }

        bool IsHeld(GradientSource source) => holders.TryGetValue(source, out int gradientCount) && gradientCount > 0;

        void Hold(GradientUnits? gradient, int change)
        {
            foreach (GradientTerm term in gradient?.Terms ?? [])
            {
                holders.TryGetValue(term.Source, out int before);
                holders[term.Source] = before + change;
            }
        }
    }

    private bool IsKnown(int value) => graph[value].Operation is ParameterValue || units[value] is not null || gradients[value] is not null;

    private int[] LastUses()
    {
        int[] last = new int[graph.Nodes.Count];
        for (int value = 0; value < last.Length; value++)
        {
            // Gradients of parameters, sums over the batch, are no units and end here.
            foreach (int input in graph[value].Shape!.Batched ? graph[value].Inputs : default)
                last[input] = value;
        }

        // Later products with the same matrix are correlated with this gradient's product.
        foreach (Node node in graph.Nodes.Where(IsSharedGradient))
            last[node.Inputs[0]] = int.MaxValue;

        return last;

        bool IsSharedGradient(Node node) =>
            node.Operation is MatMul { TransposeA: false, TransposeB: false } or Conv2dInputGradient && shared.ContainsKey(node.Inputs[1]);
    }

    private EquatableArray<LayerSignal> OfLayers(EquatableArray<int> layerGradients)
    {
        double[] norms = [.. layerGradients.Select(value =>
            value >= 0 && gradients[value] is { Square: var square } ? Math.Sqrt(square * graph[value].Shape!.Count) : double.NaN)];
        double last = norms.LastOrDefault(static norm => !double.IsNaN(norm));
        int[] arguments = Arguments();
        return graph.Layers.Select((layer, index) => new LayerSignal(
            units[layer.PreActivation]?.Moments.Deviation ?? double.NaN,
            units[layer.Stream]?.Moments.Deviation ?? double.NaN,
            units[arguments[index]]?.PositiveShare ?? double.NaN,
            units[layer.Stream]?.Moments.Cosine ?? double.NaN,
            norms[index] == 0 ? 0 : norms[index] / last)).ToEquatableArray();
    }

    /// <summary>
    /// For each layer the value that its last activation is applied to, which is a sum where a ReLU follows a residual connection.
    /// </summary>
    private int[] Arguments()
    {
        int[] arguments = [.. graph.Layers.Select(static layer => layer.PreActivation)];
        for (int value = 0; value <= graph.Output; value++)
        {
            if (graph[value] is { Operation: ActivationFunction or CReLU, Layer: var layer })
                arguments[layer] = graph[value].Inputs[0];
        }

        return arguments;
    }
}
