namespace NetGen.Generator;

/// <summary>
/// Groups operations into kernels: every matrix product takes the elementwise operations behind it along, as long as their other operands
/// exist by then. Values that only live inside a kernel are never stored.
/// </summary>
internal sealed class Fuse
{
    private readonly Graph graph;
    private readonly IReadOnlyDictionary<int, int> parameters;
    private readonly List<int>[] uses;
    private readonly bool[] ready;
    private readonly List<KernelCall> calls = [];

    /// <param name="graph">The graph.</param>
    /// <param name="parameters">The parameter that a value is the gradient of.</param>
    private Fuse(Graph graph, IReadOnlyDictionary<int, int> parameters)
    {
        this.graph = graph;
        this.parameters = parameters;
        ready = new bool[graph.Nodes.Count];
        uses = [.. graph.Nodes.Select(static _ => new List<int>())];
        for (int value = 0; value < graph.Nodes.Count; value++)
        {
            foreach (int input in graph[value].Inputs)
                uses[input].Add(value);
        }
    }

    /// <summary>The kernels of a forward pass whose only result is the output.</summary>
    public static EquatableArray<KernelCall> Run(Graph graph) => new Fuse(graph, new Dictionary<int, int>()).Schedule(until: graph.Nodes.Count, out _);

    /// <summary>The kernels of a forward and a backward pass, which begins with the gradient of the output.</summary>
    public static StepSchedule Run(TrainingGraph training)
    {
        var fusion = new Fuse(training.Graph, training.Gradients.ToDictionary(static pair => pair.Gradient, static pair => pair.Parameter));
        EquatableArray<KernelCall> calls = fusion.Schedule(until: training.OutputGradient, out int forward);
        return new StepSchedule(calls.Take(forward).ToEquatableArray(), calls.Skip(forward).ToEquatableArray());
    }

    /// <param name="until">The value at which to count.</param>
    /// <param name="before">The number of kernels before it.</param>
    private EquatableArray<KernelCall> Schedule(int until, out int before)
    {
        before = 0;
        for (int value = 0; value < ready.Length; value++)
        {
            if (value == until)
                before = calls.Count;
            if (!ready[value])
                Start(value);
        }

        int missing = Array.IndexOf(ready, false);
        return missing < 0 ? calls.ToEquatableArray() : throw new InvalidOperationException($"No kernel computes {graph[missing]}.");
    }

    private void Start(int value)
    {
        Node node = graph[value];
        switch (node.Operation)
        {
            case Given or Parameter:
                ready[value] = true;
                break;

            case MatMul { TransposeA: false, TransposeB: true }:
                ready[value] = true;
                if (uses[value] is { Count: 1 } only && only[0] is var sum && graph[sum].Operation is AddBias)
                    Grow(Product.Linear, node.Layer, sum, node.Inputs[0], node.Inputs[1], bias: graph[sum].Inputs[1]);
                else
                    Grow(Product.Linear, node.Layer, value, node.Inputs[0], node.Inputs[1]);
                break;

            case MatMul { TransposeA: false }:
                Grow(Product.InputGradient, node.Layer, value, node.Inputs[0], node.Inputs[1]);
                break;

            case MatMul { TransposeA: true }:
                SumOverBatch(value);
                break;

            case SumRows:
                // It rides with the weight gradient that reads the same rows and comes right behind it.
                break;

            case Add or Multiply or ActivationFunction:
                int source = node.Inputs.First(input => graph[input].Operation is not Derivative);
                Grow(Product.Elementwise, node.Layer, source, source);
                break;

            default:
                throw new InvalidOperationException($"{node} can't begin a kernel.");
        }
    }

    private void Grow(Product product, int layer, int value, int source, int? weight = null, int? bias = null)
    {
        List<EpilogueStep> steps = [];
        List<int> operands = [];
        ready[value] = true;
        bool stored = product == Product.Elementwise;
        while (FirstUse(value, CanJoin) is int next)
        {
            Node node = graph[next];
            int other = node.Inputs.Where(input => input != value).DefaultIfEmpty(value).First();
            int? derivative = FirstUse(value, use => !ready[use] && graph[use].Operation is Derivative { Function: var f } && f == node.Operation);
            if (!stored && (value == graph.Output || other == value && node.Inputs.Count > 1 || uses[value].Any(use => use != next && use != derivative)))
                Store(value);
            stored = false;

            switch (node.Operation)
            {
                case ActivationFunction function:
                    steps.Add(new EpilogueStep.Activate(function, Keep: derivative is not null));
                    if (derivative is int keep)
                    {
                        operands.Add(keep);
                        ready[keep] = true;
                    }

                    break;

                case Add:
                    steps.Add(new EpilogueStep.AddOperand());
                    operands.Add(other);
                    break;

                case Multiply when graph[other].Operation is Derivative { Function: var function }:
                    steps.Add(new EpilogueStep.Backpropagate(function));
                    operands.Add(other);
                    break;

                default:
                    throw new InvalidOperationException($"{node} can't join a kernel.");
            }

            value = next;
            ready[value] = true;
        }

        Store(value);
        calls.Add(new KernelCall(
            new Kernel(product, bias is not null, steps.ToEquatableArray()), layer, source, weight, bias, operands.ToEquatableArray(), value));

        bool CanJoin(int use) =>
            !ready[use]
            && graph[use].Operation is Add or Multiply or ActivationFunction
            && graph[use].Inputs.All(input => input == value || ready[input]);

        void Store(int result)
        {
            steps.Add(new EpilogueStep.Store());
            operands.Add(result);
        }
    }

    private int? FirstUse(int value, Func<int, bool> condition) => uses[value].Where(condition).Cast<int?>().FirstOrDefault();

    private void SumOverBatch(int value)
    {
        Node node = graph[value];
        int upstream = node.Inputs[0];
        int? bias = null;
        ready[value] = true;
        if (FirstUse(upstream, use => graph[use].Operation is SumRows && graph[use].Layer == node.Layer) is int sum)
        {
            bias = parameters[sum];
            ready[sum] = true;
        }

        calls.Add(new KernelCall(
            new Kernel(Product.WeightGradient, bias is not null, default), node.Layer, upstream, parameters[value], bias,
            EquatableArray.Of(node.Inputs[1]), value));
    }
}
