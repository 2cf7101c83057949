using System.Collections.Immutable;
using NetGen.Generator.Graphs;
using NetGen.Generator.Kernels;
using NetGen.Generator.Model;

namespace NetGen.Generator.Passes;

/// <summary>
/// Where the values of a schedule lie. Buffers of activations are counted for one example; the buffer of <c>n</c> examples starts at
/// <c>n</c> times its offset, so that one plan serves every batch. All numbers are floats.
/// </summary>
/// <param name="Buffers">The buffers of values that are stored.</param>
/// <param name="PerRow">The length of all buffers together.</param>
/// <param name="PerBatch">
/// The length of what there is once for a whole batch. It lies in front of all else, at offsets below 0, whatever the batch.
/// </param>
/// <param name="Scratch">The length of the room that kernels work in, which does not depend on the batch.</param>
/// <param name="Observed">The offset of the buffer for values that are stored only where a probe looks, if there is one.</param>
/// <param name="StepKey">Where in the scratch the key of the step lies, if it needs one.</param>
internal sealed record BufferPlan(
    EquatableArray<StoredValue> Buffers, int PerRow, int PerBatch, int Scratch, int Observed, int? StepKey);

/// <summary>A value and the offset of its buffer.</summary>
internal readonly record struct StoredValue(int Value, int Offset);

/// <summary>
/// Assigns memory: parameters one after the other, activations by liveness. A value lives from the kernel that writes it to the last one
/// that reads it; values whose examples have one length and that never live together share a buffer (first fit). Other buffers never
/// overlap: threads that work on different examples may be at different kernels, and examples of one length would lie among those of
/// another.
/// </summary>
internal static class Plan
{
    // The runtime's StepKey: two halves and the kind of the pass.
    private const int StepKeyLength = 3;

    /// <summary>The memory of a forward pass.</summary>
    public static BufferPlan Prediction(Graph graph, EquatableArray<Call> calls) =>
        new Lifetimes(graph, calls).FirstFit(observed: null);

    /// <summary>
    /// The memory of a forward pass that goes on position by position: what is read of those before stays where it is.
    /// </summary>
    public static BufferPlan Generation(Graph graph, EquatableArray<Call> calls)
    {
        Lifetimes lifetimes = new(graph, calls);
        IEnumerable<Call> remembering = calls.Where(static call => call is RoutineCall { Routine.ReadsEarlier: true });
        foreach (int read in remembering.SelectMany(static call => call.Reads))
        {
            lifetimes.Extend(read, -1);
            lifetimes.Extend(read, calls.Count);
        }

        return lifetimes.FirstFit(observed: null);
    }

    /// <summary>
    /// The memory of a training step. Between forward and backward pass the loss reads the output and writes its gradient; in the forward
    /// pass a probe may ask for values that are otherwise never stored.
    /// </summary>
    public static BufferPlan Training(TrainingGraph training, StepCalls step)
    {
        Graph graph = training.Graph;
        Lifetimes lifetimes = new(graph, step.All);
        int turn = step.Forward.Count;
        lifetimes.Extend(training.OutputGradient, turn - 1);
        int widest = graph.Layers.Max(layer => Math.Max(LengthOf(graph[layer.PreActivation]), LengthOf(graph[layer.Stream])));
        return lifetimes.FirstFit(observed: new Lifetime(Value: -1, widest, First: 0, Last: turn - 1));
    }

    /// <summary>
    /// The memory of a training step that threads share. They compute the gradients of all activations before the gradients of parameters,
    /// so that they wait for each other only once, and what gradients of parameters are made of lies apart until then. The forward pass is
    /// the same as alone, and so are its buffers.
    /// </summary>
    public static BufferPlan TeamTraining(TrainingGraph training, StepCalls step, BufferPlan alone)
    {
        Lifetimes lifetimes = new(training.Graph, step.Forward.Concat(step.BackwardData).Concat(step.BackwardWeights).ToEquatableArray());
        int turn = step.Forward.Count;
        lifetimes.Extend(training.OutputGradient, turn - 1);
        return lifetimes.FirstFitBehind(alone, turn);
    }

    /// <summary>Where every parameter starts, state behind all others, and the length of all.</summary>
    public static ParameterPlan Parameters(Graph graph)
    {
        ImmutableArray<StoredValue>.Builder slots = ImmutableArray.CreateBuilder<StoredValue>();
        int offset = 0;
        foreach (int value in Enumerable.Range(0, graph.Nodes.Count)
            .Where(value => graph[value].Operation is ParameterValue)
            .OrderBy(value => ((ParameterValue)graph[value].Operation).Kind != ParameterKind.Parameter))
        {
            slots.Add(new StoredValue(value, offset));
            offset = checked(offset + LengthOf((ParameterValue)graph[value].Operation));
        }

        return new ParameterPlan(slots.ToImmutable(), offset);
    }

    /// <summary>How many floats a parameter takes, in panels.</summary>
    public static int LengthOf(ParameterValue parameter) => Layout.Length(parameter.Shape.Dimensions.AsSpan());

    /// <summary>
    /// How many floats a value takes for one example, or at all where there is one for the batch; for what is kept as bits, how many
    /// floats' worth.
    /// </summary>
    public static int LengthOf(Node node) => checked(node.Shape!.Positions * node.Operation switch
    {
        _ when !node.Shape.Batched => Layout.Panels(node.Shape.Width) * Layout.PanelWidth,
        Given { IsPacked: true } => node.Shape.Width,
        Derivative { Function: PiecewiseLinear } => Layout.Panels(node.Shape.Width),
        InverseDeviation => 1,
        _ => Layout.RowStride(node.Shape.Width),
    });

    private static bool IsSmall(Node node) =>
        node.Operation is Derivative { Function: PiecewiseLinear } or InverseDeviation or Given { IsPacked: true };

    private sealed record Lifetime(int Value, int Length, int First, int Last);

    private sealed class Lifetimes
    {
        private readonly Graph graph;
        private readonly EquatableArray<Call> calls;
        private readonly SortedDictionary<int, (int First, int Last)> lives = [];

        public Lifetimes(Graph graph, EquatableArray<Call> calls)
        {
            this.graph = graph;
            this.calls = calls;
            Extend(graph.Input, -1);
            if (graph.Lengths is int lengths)
                Extend(lengths, -1);
            for (int i = 0; i < calls.Count; i++)
            {
                foreach (int value in calls[i].Writes.Concat(calls[i].Reads))
                    Extend(value, i);
            }
        }

        public void Extend(int value, int call) =>
            lives[value] = lives.TryGetValue(value, out (int First, int Last) life)
                ? (Math.Min(life.First, call), Math.Max(life.Last, call))
                : (call, call);

        /// <summary>Leaves what is written before a call, and what there is once for the batch, where a plan has it.</summary>
        public BufferPlan FirstFitBehind(BufferPlan plan, int call)
        {
            StoredValue[] kept = [.. plan.Buffers.Where(buffer => IsWrittenBefore(buffer.Value, call) || !IsBatched(buffer.Value))];
            foreach (StoredValue buffer in kept)
                lives.Remove(buffer.Value);
            BufferPlan rest = FirstFit(observed: null, start: plan.PerRow);
            return plan with
            {
                Buffers = kept.Concat(rest.Buffers).OrderBy(static buffer => buffer.Value).ToEquatableArray(),
                PerRow = rest.PerRow,
            };
        }

        private bool IsBatched(int value) => graph[value].Shape!.Batched;

        private bool IsWrittenBefore(int value, int call) =>
            lives.TryGetValue(value, out (int First, int Last) life) && life.First < call;

        public BufferPlan FirstFit(Lifetime? observed, int start = 0)
        {
            List<Lifetime> rows = [];
            List<Lifetime> small = [];
            foreach (KeyValuePair<int, (int First, int Last)> life in lives.Where(life => IsBatched(life.Key)))
            {
                Node node = graph[life.Key];
                (IsSmall(node) ? small : rows).Add(new Lifetime(life.Key, LengthOf(node), life.Value.First, life.Value.Last));
            }

            if (observed is not null)
                rows.Add(observed);

            // Bits, numbers of rows and packed rows come last: their lengths are no multiples of a cache line, and rows in front of them
            // stay aligned.
            Dictionary<int, int> offsets = [];
            int end = PlaceAll(small, PlaceAll(rows, start, offsets), offsets);
            int front = 0;
            foreach (int value in lives.Keys.Where(value => !IsBatched(value)))
                offsets[value] = -(front = checked(front + LengthOf(graph[value])));
            int scratch = calls.Select(ScratchOf).DefaultIfEmpty(0).Max();
            int? stepKey = graph.Nodes.Any(static node => node.Operation is RoutineOperation { ReadsStepKey: true }) ? scratch : null;
            return new BufferPlan(
                offsets.Where(static pair => pair.Key >= 0).Select(static pair => new StoredValue(pair.Key, pair.Value)).ToEquatableArray(),
                RoundUp(end),
                front,
                RoundUp(stepKey is null ? scratch : scratch + StepKeyLength),
                observed is null ? 0 : offsets[observed.Value],
                stepKey);
        }

        private int ScratchOf(Call call) => call switch
        {
            KernelCall kernel => kernel.Kernel.Product.ScratchOf(kernel, graph),
            RoutineCall routine => routine.Routine.ScratchOf(
                [.. graph[routine.Result].Inputs.Select(input => graph[input].Shape!)], graph[routine.Result].Shape!),
            _ => throw new InvalidOperationException($"{call} is no call."),
        };

        private static int PlaceAll(List<Lifetime> values, int start, Dictionary<int, int> offsets)
        {
            int end = start;
            Dictionary<int, List<Place>> places = []; // by length
            foreach (Lifetime value in values.OrderBy(static value => value.First).ThenBy(static value => value.Value))
            {
                if (!places.TryGetValue(value.Length, out List<Place>? alike))
                    places.Add(value.Length, alike = []);
                Place? free = alike.FirstOrDefault(place => place.LastUse < value.First);
                if (free is null)
                {
                    alike.Add(free = new Place(end));
                    end = checked(end + value.Length);
                }

                free.LastUse = value.Last;
                offsets[value.Value] = free.Offset;
            }

            return end;
        }

        private sealed class Place(int offset)
        {
            public int Offset { get; } = offset;

            public int LastUse { get; set; }
        }

        private static int RoundUp(int length) => checked(length + 15) / 16 * 16;
    }
}

/// <summary>Where parameters lie in their slab, in floats.</summary>
/// <param name="Slots">Every parameter's value and offset.</param>
/// <param name="Length">The length of the slab.</param>
internal sealed record ParameterPlan(EquatableArray<StoredValue> Slots, int Length);
