using NetGen.Generator.Graphs;
using NetGen.Generator.Kernels;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>
/// Groups operations into kernels: every matrix product and every norm takes the elementwise operations behind it along, as long as
/// their other operands exist by then. Values that only live inside a kernel are never stored. What no kernel takes, a routine of the
/// runtime does.
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
        parameters = terms.SelectMany(static pair => pair.Select(term => (term, pair.Key)))
            .ToDictionary(static pair => pair.term, static pair => pair.Key);
    }

    /// <summary>The calls of a forward pass whose only result is the output.</summary>
    public static EquatableArray<Call> Run(Graph graph) => new Fuse(graph, []).Schedule(until: graph.Nodes.Count, out _);

    /// <summary>The calls of a forward and a backward pass, which begins with the gradient of the output.</summary>
    public static StepCalls Run(TrainingGraph training)
    {
        var fusion = new Fuse(training.Graph, training.Gradients);
        EquatableArray<Call> calls = fusion.Schedule(until: training.OutputGradient, out int forward);
        return new StepCalls(
            calls.Take(forward).ToEquatableArray(), calls.Skip(forward).ToEquatableArray(),
            fusion.shared.OrderBy(static value => value).ToEquatableArray());
    }

    // The gradients of a parameter's uses, which add up to its gradient.
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
    /// <param name="before">The number of calls before it.</param>
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

            case SumRows when FirstUse(node.Inputs[0], use => RidesWith(use, node)) is not null:
                break;

            case RoutineOperation routine:
                ready[value] = true;
                int[] kept = [.. uses[value].Where(use => graph[use].Operation is Kept)];
                foreach (int use in kept)
                    ready[use] = true;
                bool isGradient = parameters.TryGetValue(value, out int parameter);
                calls.Add(new RoutineCall(
                    routine, node.Layer, node.Inputs.Where(input => graph[input].Operation is not ParameterValue).ToEquatableArray(), value,
                    kept.Select(use => new KeptValue(routine.KeptNames[((Kept)graph[use].Operation).Index], use)).ToEquatableArray(),
                    isGradient ? parameter : null, shared.Contains(parameter)));
                break;

            case { } operation when operation.Product(node) is { } product:
                if (graph[product.Source].Operation is Given { IsPacked: true })
                    product = product with { Product = product.Product.OverPackedRows };
                if (product.Product.SumsOverRows)
                    SumOverBatch(product, value);
                else
                    Begin(product, value);
                break;

            default:
                // There is no product: what a kernel could have taken along begins a kernel of its own, with a value that is stored.
                int source = node.Inputs.First(input => graph[input].Shape!.Batched && graph[input].Operation is not Derivative);
                if (StepOf(value, source) is null)
                    throw new InvalidOperationException($"{node} can't begin a kernel.");
                Grow(new ProductCall(new Elementwise(), source), source, node.Layer);
                break;
        }
    }

    private void Begin(ProductCall product, int value)
    {
        if (product.Product.WithBias is { } withBias && uses[value] is { Count: 1 } only && graph[only[0]].Operation is AddBias)
        {
            ready[value] = true;
            value = only[0];
            product = product with { Product = withBias, Weights = product.Weights.Append(graph[value].Inputs[1]).ToEquatableArray() };
        }

        Grow(product, value, graph[value].Layer);
    }

    // The weight gradient that reads the same rows and comes right behind it takes the sum along.
    private bool RidesWith(int use, Node sum) =>
        graph[use].Operation.Product(graph[use]) is { Product.SumsOverRows: true } && graph[use].Layer == sum.Layer && !ready[use];

    private void Grow(ProductCall product, int value, int layer)
    {
        List<EpilogueStep> steps = [];
        List<Operand> taken = [.. product.Operands];
        List<int> values = [value];
        bool stored = value == product.Source;
        ready[value] = true;
        if (!stored && FirstUse(product.Source, use => IsInverse(use, value)) is int inverse)
            Keep(new KeepInverse(), inverse);

        while (steps.Count < MaxSteps && FirstUse(value, CanJoin) is int next)
        {
            Node node = graph[next];
            int other = OtherInput(next, value);
            int? derivative = FirstUse(value, use => IsDerivative(use, node));
            bool isReadLater = uses[value].Any(use => use != next && use != derivative);
            if (!stored && (value == graph.Output || other == value && node.Inputs.Count > 1 || isReadLater))
                Take(new Store(), value);
            stored = false;

            StepCall call = StepOf(next, value)!;
            if (call.Step is Activate activate && derivative is int keep)
                Keep(activate with { Keep = true }, keep);
            else if (call.Operand is Operand operand)
                Take(call.Step, operand);
            else
                steps.Add(call.Step);

            value = next;
            ready[value] = true;
            values.Add(value);
        }

        Take(new Store(), value);
        calls.Add(new KernelCall(
            new Kernel(product.Product, steps.ToEquatableArray()), layer, product.Source, product.Weights,
            taken.ToEquatableArray(), values.ToEquatableArray()) { Window = product.Window });

        // A polynomial is some hundred inlines, and past 200 in a method the just-in-time compiler does less and less: one to a kernel.
        bool CanJoin(int use) =>
            !ready[use]
            && StepOf(use, value) is { Step: var step }
            && graph[use].Inputs.All(input => input == value || ready[input])
            && !(step.IsPolynomial && steps.Any(static step => step.IsPolynomial));

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

    private StepCall? StepOf(int use, int value) => graph[use].Operation.Step(graph, OtherInput(use, value));

    private int OtherInput(int use, int value) => graph[use].Inputs.Where(input => input != value).DefaultIfEmpty(value).First();

    private bool IsInverse(int use, int norm) =>
        !ready[use] && graph[use].Operation is InverseDeviation { Of: var of } && of == graph[norm].Operation;

    private bool IsDerivative(int use, Node activation) =>
        !ready[use] && graph[use].Operation is Derivative { Function: var function } && function == activation.Operation;

    private int? FirstUse(int value, Func<int, bool> condition)
    {
        foreach (int use in uses[value])
        {
            if (condition(use))
                return use;
        }

        return null;
    }

    private void SumOverBatch(ProductCall product, int value)
    {
        Node node = graph[value];
        int upstream = node.Inputs[0];
        List<int> weights = [parameters[value]];
        ready[value] = true;
        Product sum = shared.Contains(weights[0]) ? product.Product.OverSeveralUses : product.Product;
        if (FirstUse(upstream, use => graph[use].Operation is SumRows && graph[use].Layer == node.Layer && !ready[use]) is int rows)
        {
            sum = sum.WithBias!;
            weights.Add(parameters[rows]);
            ready[rows] = true;
        }

        calls.Add(new KernelCall(
            new Kernel(sum, default), node.Layer, product.Source, weights.ToEquatableArray(), product.Operands, EquatableArray.Of(value))
        {
            Window = product.Window,
        });
    }
}
