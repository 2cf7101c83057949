namespace NetGen.Generator;

/// <summary>
/// Groups operations into kernels: every matrix product and every norm takes the elementwise operations behind it along, as long as their other
/// operands exist by then. Values that only live inside a kernel are never stored. What no kernel takes, a routine of the runtime does.
/// </summary>
internal sealed class Fuse
{
    // A chain longer than this is cut: names of methods grow with it, and C# has a limit for them.
    private const int MaxSteps = 16;

    private readonly Graph graph;
    private readonly Dictionary<int, int> parameters;
    private readonly HashSet<int> shared;
    private readonly List<int>[] uses;
    private readonly bool[] ready;
    private readonly List<Call> calls = [];

    /// <param name="graph">The graph.</param>
    /// <param name="gradients">The gradients of parameters.</param>
    private Fuse(Graph graph, IEnumerable<ParameterGradient> gradients)
    {
        this.graph = graph;
        ready = [.. graph.Nodes.Select(static node => node.Operation is ParameterValue)];
        uses = [.. graph.Nodes.Select(static _ => new List<int>())];
        for (int value = 0; value < graph.Nodes.Count; value++)
        {
            foreach (int input in graph[value].Inputs)
                uses[input].Add(value);
        }

        ILookup<int, int> terms = gradients.SelectMany(pair => TermsOf(pair.Gradient).Select(term => (pair.Parameter, Term: term)))
            .ToLookup(static pair => pair.Parameter, static pair => pair.Term);
        shared = [.. terms.Where(static pair => pair.Count() > 1).Select(static pair => pair.Key)];
        parameters = terms.SelectMany(static pair => pair.Select(term => (term, pair.Key))).ToDictionary(static pair => pair.term, static pair => pair.Key);
    }

    /// <summary>The lines of a forward pass whose only result is the output.</summary>
    public static EquatableArray<Call> Run(Graph graph) => new Fuse(graph, []).Schedule(until: graph.Nodes.Count, out _);

    /// <summary>The lines of a forward and a backward pass, which begins with the gradient of the output.</summary>
    public static StepCalls Run(TrainingGraph training)
    {
        var fusion = new Fuse(training.Graph, training.Gradients);
        EquatableArray<Call> calls = fusion.Schedule(until: training.OutputGradient, out int forward);
        return new StepCalls(
            calls.Take(forward).ToEquatableArray(), calls.Skip(forward).ToEquatableArray(), fusion.shared.OrderBy(static value => value).ToEquatableArray());
    }

    // The gradients of a parameter's uses: what its gradient is the sum of.
    private IEnumerable<int> TermsOf(int gradient)
    {
        Stack<int> open = new([gradient]);
        while (open.Count > 0)
        {
            int value = open.Pop();
            if (graph[value].Operation is Add && !graph[value].Shape!.Batched)
            {
                ready[value] = true;
                foreach (int input in graph[value].Inputs)
                    open.Push(input);
            }
            else
            {
                yield return value;
            }
        }
    }

    /// <param name="until">The value at which to count.</param>
    /// <param name="before">The number of lines before it.</param>
    private EquatableArray<Call> Schedule(int until, out int before)
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
        return missing < 0 ? calls.ToEquatableArray() : throw new InvalidOperationException($"Nothing computes {graph[missing]}.");
    }

    private void Start(int value)
    {
        Node node = graph[value];
        switch (node.Operation)
        {
            case Given:
                ready[value] = true;
                break;

            case MatMul { TransposeA: false, TransposeB: true }:
                if (uses[value] is { Count: 1 } only && only[0] is var sum && graph[sum].Operation is AddBias)
                {
                    ready[value] = true;
                    Grow(Product.Linear, sum, node.Inputs[0], node.Inputs[1], bias: graph[sum].Inputs[1]);
                }
                else
                {
                    Grow(Product.Linear, value, node.Inputs[0], node.Inputs[1]);
                }

                break;

            case MatMul { TransposeA: false }:
                Grow(Product.InputGradient, value, node.Inputs[0], node.Inputs[1]);
                break;

            case MatMul { TransposeA: true }:
                SumOverBatch(value);
                break;

            case Normalize norm:
                Grow(norm.Centered ? Product.LayerNorm : Product.RmsNorm, value, node.Inputs[0], operands: new Operand(-1, norm.Epsilon));
                break;

            case NormalizeGradient { Centered: var centered }:
                Grow(centered ? Product.LayerNormGradient : Product.RmsNormGradient, value, node.Inputs[0], operands: [node.Inputs[1], node.Inputs[2]]);
                break;

            case SumRows when FirstUse(node.Inputs[0], use => RidesWith(use, node)) is not null:
                break;

            case RoutineOperation routine:
                ready[value] = true;
                bool isGradient = parameters.TryGetValue(value, out int parameter);
                calls.Add(new RoutineCall(
                    routine, node.Layer, node.Inputs.Where(input => graph[input].Shape!.Batched).ToEquatableArray(), value,
                    isGradient ? parameter : null, shared.Contains(parameter)));
                break;

            case Add or AddBias or Multiply or Scale or ScaleBy or ActivationFunction:
                int source = node.Inputs.First(input => graph[input].Shape!.Batched && graph[input].Operation is not Derivative);
                Grow(Product.Elementwise, source, source, layer: node.Layer);
                break;

            default:
                throw new InvalidOperationException($"{node} can't begin a kernel.");
        }
    }

    // The weight gradient that reads the same rows and comes right behind it takes the sum along.
    private bool RidesWith(int use, Node sum) => graph[use].Operation is MatMul { TransposeA: true } && graph[use].Layer == sum.Layer && !ready[use];

    private void Grow(Product product, int value, int source, int? weight = null, int? bias = null, int? layer = null, params Operand[] operands)
    {
        List<EpilogueStep> steps = [];
        List<Operand> taken = [.. operands];
        List<int> values = [value];
        ready[value] = true;
        bool stored = product == Product.Elementwise;
        if (product is Product.RmsNorm or Product.LayerNorm && FirstUse(source, use => IsInverse(use, value)) is int inverse)
            Keep(new EpilogueStep.KeepInverse(), inverse);

        while (steps.Count < MaxSteps && FirstUse(value, CanJoin) is int next)
        {
            Node node = graph[next];
            int other = node.Inputs.Where(input => input != value).DefaultIfEmpty(value).First();
            int? derivative = FirstUse(value, use => !ready[use] && graph[use].Operation is Derivative { Function: var f } && f == node.Operation);
            if (!stored && (value == graph.Output || other == value && node.Inputs.Count > 1 || uses[value].Any(use => use != next && use != derivative)))
                Take(new EpilogueStep.Store(), value);
            stored = false;

            switch (node.Operation)
            {
                case ActivationFunction function when derivative is int keep:
                    Keep(new EpilogueStep.Activate(function, Keep: true), keep);
                    break;
                case ActivationFunction function:
                    steps.Add(new EpilogueStep.Activate(function, Keep: false));
                    break;
                case Add:
                    Take(new EpilogueStep.AddRows(), other);
                    break;
                case Multiply when graph[other].Operation is Derivative { Function: PiecewiseLinear function }:
                    Take(new EpilogueStep.Backpropagate(function), other);
                    break;
                case Multiply:
                    Take(new EpilogueStep.MultiplyRows(), other);
                    break;
                case AddBias:
                    Take(new EpilogueStep.AddVector(), other);
                    break;
                case ScaleBy:
                    Take(graph[other].Shape!.Count == 1 ? new EpilogueStep.ScaleByNumber() : new EpilogueStep.ScaleByVector(), other);
                    break;
                case Scale { Factor: var factor }:
                    Take(new EpilogueStep.ScaleByConstant(), new Operand(-1, factor));
                    break;
                default:
                    throw new InvalidOperationException($"{node} can't join a kernel.");
            }

            value = next;
            ready[value] = true;
            values.Add(value);
        }

        Take(new EpilogueStep.Store(), value);
        calls.Add(new KernelCall(
            new Kernel(product, bias is not null, steps.ToEquatableArray()), layer ?? graph[values[0]].Layer, source, weight, bias,
            taken.ToEquatableArray(), values.ToEquatableArray()));

        // A polynomial is some hundred inlines, and past 200 in a method the just-in-time compiler does less and less: one to a kernel.
        bool CanJoin(int use) =>
            !ready[use]
            && graph[use].Operation is Add or AddBias or Multiply or Scale or ScaleBy or ActivationFunction
            && graph[use].Inputs.All(input => input == value || ready[input])
            && !(graph[use].Operation is ActivationFunction and not PiecewiseLinear
                && steps.Any(static step => step is EpilogueStep.Activate { Function: not PiecewiseLinear }));

        void Take(EpilogueStep step, Operand operand)
        {
            steps.Add(step);
            taken.Add(operand);
        }

        void Keep(EpilogueStep step, int kept)
        {
            Take(step, kept);
            ready[kept] = true;
        }
    }

    private bool IsInverse(int use, int norm) => !ready[use] && graph[use].Operation is InverseDeviation { Of: var of } && of == graph[norm].Operation;

    private int? FirstUse(int value, Func<int, bool> condition)
    {
        foreach (int use in uses[value])
        {
            if (condition(use))
                return use;
        }

        return null;
    }

    private void SumOverBatch(int value)
    {
        Node node = graph[value];
        int upstream = node.Inputs[0];
        int weight = parameters[value];
        int? bias = null;
        ready[value] = true;
        if (FirstUse(upstream, use => graph[use].Operation is SumRows && graph[use].Layer == node.Layer && !ready[use]) is int sum)
        {
            bias = parameters[sum];
            ready[sum] = true;
        }

        Product product = shared.Contains(weight) ? Product.SharedWeightGradient : Product.WeightGradient;
        calls.Add(new KernelCall(
            new Kernel(product, bias is not null, default), node.Layer, upstream, weight, bias, EquatableArray.Of<Operand>(node.Inputs[1]), EquatableArray.Of(value)));
    }
}
