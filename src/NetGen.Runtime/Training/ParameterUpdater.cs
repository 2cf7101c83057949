using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Updates parameters: an optimizer, its copies for the groups of parameters, the slabs it works on, and what it remembers.
/// </summary>
internal sealed class ParameterUpdater<TOptimizer>
    where TOptimizer : struct, IOptimizer
{
    private readonly IReadOnlyList<ParameterGroup> groups;
    private readonly GroupedRanges ranges;
    private readonly GroupedRange[] longestFirst;
    private readonly TOptimizer[] optimizers;
    private readonly Slab parameters;
    private readonly Slab gradients;
    private readonly Slab[] states;
    private readonly OptimizerStates allStates;
    private readonly Slab[] scratch;
    private readonly Action<int> updateRanges;
    private int claimed;

    public ParameterUpdater(
        TOptimizer optimizer, NetworkInfo info, Slab parameters, IReadOnlyList<ParameterGroup> groups, int threads, bool inParts)
    {
        if (optimizer.StateCount < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(optimizer), optimizer.StateCount, $"{typeof(TOptimizer).Name}.StateCount: expected 0 or more.");
        }

        this.groups = [.. groups];
        for (int group = 0; group < this.groups.Count; group++)
        {
            if (this.groups[group] is null)
                throw new ArgumentException($"Expected groups of parameters, got null at index {group}.", nameof(groups));
        }

        ranges = new GroupedRanges(info, this.groups, static shape => TOptimizer.TakesWhole(shape.AsSpan()));
        longestFirst = [.. ranges.All.ToArray().Where(range => !Frozen(range.Group)).OrderByDescending(static range => range.Length)];
        UpdatesWhole = longestFirst.Any(static range => range.Whole is not null);
        optimizers = new TOptimizer[this.groups.Count + 1];
        Optimizer = optimizer;
        this.parameters = parameters;
        // Behind the gradients, a double for each: see BatchPart.
        gradients = new Slab(inParts ? checked(3 * parameters.Length) : parameters.Length);
        states = [.. Enumerable.Range(0, optimizer.StateCount).Select(_ => new Slab(parameters.Length))];
        allStates = new OptimizerStates(Array.ConvertAll(states, static state => state.Memory));
        int scratchLength = 0;
        foreach (ParameterInfo whole in longestFirst.Select(static range => range.Whole).OfType<ParameterInfo>())
        {
            long length = TOptimizer.ScratchLength(whole.Shape.AsSpan());
            if (length < 0 || length > Slab.MaxLength)
            {
                throw new ArgumentException(
                    $"{typeof(TOptimizer).Name}.ScratchLength of {whole.Name} [{string.Join(", ", whole.Shape)}]: "
                    + $"expected 0 to {Slab.MaxLength} floats, got {length}.",
                    nameof(optimizer));
            }

            scratchLength = Math.Max(scratchLength, (int)length);
        }

        scratch = [.. Enumerable.Range(0, threads).Select(_ => new Slab(scratchLength))];
        updateRanges = UpdateRanges;
    }

    /// <summary>The optimizer of all parameters that are in no group. By reference, because an optimizer may change as it works.</summary>
    public ref TOptimizer Optimizer => ref optimizers[^1];

    public ref float Gradients => ref gradients.Origin;

    public Slab GradientSlab => gradients;

    private Span<float> OfParameters => gradients.Span[..parameters.Length];

    /// <summary>How many numbers are kept for each parameter.</summary>
    public int StateCount => states.Length;

    /// <summary>Whether any parameter is updated whole, so that its gradient has to be complete first.</summary>
    public bool UpdatesWhole { get; }

    /// <summary>Begins a step. The optimizer may have been replaced since the last one, but not by one that remembers more.</summary>
    public void BeginStep(long step, double learningRateFactor)
    {
        if (Optimizer.StateCount > StateCount)
        {
            throw new InvalidOperationException(
                $"Expected an optimizer that remembers at most {StateCount} numbers for each parameter, "
                + $"as the one that the trainer was created with, got one that remembers {Optimizer.StateCount}.");
        }

        for (int group = 0; group < groups.Count; group++)
        {
            optimizers[group] = Optimizer;
            optimizers[group].BeginStep(step, learningRateFactor * groups[group].LearningRateFactor, groups[group].WeightDecay);
        }

        Optimizer.BeginStep(step, learningRateFactor);
    }

    /// <summary>Updates a range of parameters element by element, all of one group.</summary>
    // One copy, not one in every kernel and pass that hands gradients over.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Update(int offset, int length)
    {
        int group = ranges.GroupAt(offset);
        if (!Frozen(group))
        {
            optimizers[group].Update(
                parameters.Span.Slice(offset, length), gradients.Span.Slice(offset, length), StatesOf(offset, length));
        }
    }

    /// <summary>Updates all parameters. Threads share them range by range.</summary>
    /// <param name="team">Who does it; null for the calling thread.</param>
    public void UpdateAll(ThreadTeam? team)
    {
        claimed = 0;
        if (team is null)
            updateRanges(0);
        else
            team.Run(updateRanges);
    }

    /// <summary>
    /// Makes the gradient of all parameters that are not frozen no longer than a limit, by a factor of <c>limit / norm</c> where it is
    /// longer (Pascanu et al. 2013).
    /// </summary>
    /// <returns>The norm that it had.</returns>
    public double Clip(float limit)
    {
        double squares = 0;
        foreach (GroupedRange range in ranges.All)
        {
            if (!Frozen(range.Group))
                squares += SumOfSquares.Of(gradients.Span.Slice(range.Start, range.Length));
        }

        double norm = Math.Sqrt(squares);
        float factor = norm > limit ? (float)(limit / norm) : 1f;
        // One rounding for each element, so the same bits on every vector width.
        if (factor != 1)
            TensorPrimitives.Multiply(OfParameters, factor, OfParameters);
        return norm;
    }

    /// <summary>What is kept for each parameter, in its shape, such as <c>optimizer.state0.layers.3.linear.weight</c>.</summary>
    public IEnumerable<Parameter> Remembered(NetworkInfo network) =>
        from state in Enumerable.Range(0, StateCount)
        from parameter in network.Parameters
        select new Parameter(parameter.Renamed($"{NetworkTensors.OptimizerPrefix}state{state}.{parameter.Name}"), states[state]);

    // Long ranges come first, so that no thread is left with one when the others are done.
    private void UpdateRanges(int share)
    {
        while (Interlocked.Increment(ref claimed) - 1 is int index && index < longestFirst.Length)
        {
            GroupedRange range = longestFirst[index];
            if (range.Whole is { } parameter)
                UpdateWhole(range, parameter, scratch[share].Span);
            else
                Update(range.Start, range.Length);
        }
    }

    private void UpdateWhole(GroupedRange range, ParameterInfo parameter, Span<float> scratch) =>
        optimizers[range.Group].UpdateWhole(new WholeTensor(
        parameter.Shape.AsSpan(),
        parameters.Span.Slice(range.Start, range.Length),
        gradients.Span.Slice(range.Start, range.Length),
        StatesOf(range.Start, range.Length),
        scratch));

    private OptimizerStates StatesOf(int offset, int length) => StateCount == 0 ? default : allStates.Slice(offset, length);

    private bool Frozen(int group) => group == GroupedRange.DeclaredFrozen || group < groups.Count && groups[group].Frozen;
}
