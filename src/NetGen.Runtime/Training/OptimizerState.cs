using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>An optimizer, its copies for the groups of parameters, the slabs it works on, and what it remembers.</summary>
internal sealed class OptimizerState<TOptimizer>
    where TOptimizer : struct, IOptimizer
{
    private readonly IReadOnlyList<ParameterGroup> groups;
    private readonly GroupedRanges ranges;
    private readonly TOptimizer[] optimizers;
    private readonly Slab parameters;
    private readonly Slab gradients;
    private readonly Slab? state0;
    private readonly Slab? state1;

    public OptimizerState(TOptimizer optimizer, NetworkInfo info, Slab parameters, IReadOnlyList<ParameterGroup> groups)
    {
        int states = optimizer.StateCount;
        if (states is < 0 or > 2)
            throw new ArgumentOutOfRangeException(nameof(optimizer), states, $"{typeof(TOptimizer).Name}.StateCount: expected 0, 1 or 2.");

        this.groups = [.. groups];
        for (int group = 0; group < this.groups.Count; group++)
        {
            if (this.groups[group] is null)
                throw new ArgumentException($"Expected groups of parameters, got null at index {group}.", nameof(groups));
        }

        ranges = new GroupedRanges(info, this.groups);
        optimizers = new TOptimizer[this.groups.Count + 1];
        Optimizer = optimizer;
        this.parameters = parameters;
        gradients = new Slab(parameters.Length);
        state0 = states > 0 ? new Slab(parameters.Length) : null;
        state1 = states > 1 ? new Slab(parameters.Length) : null;
    }

    /// <summary>The optimizer of all parameters that are in no group. By reference, because an optimizer may change as it works.</summary>
    public ref TOptimizer Optimizer => ref optimizers[^1];

    public ref float Gradients => ref gradients.Origin;

    public Slab GradientSlab => gradients;

    /// <summary>How many numbers are kept for each parameter.</summary>
    public int StateCount => (state0 is null ? 0 : 1) + (state1 is null ? 0 : 1);

    /// <summary>Begins a step. The optimizer may have been replaced since the last one, but not by one that remembers more.</summary>
    public void BeginStep(long step, double learningRateFactor)
    {
        if (Optimizer.StateCount > StateCount)
        {
            throw new InvalidOperationException(
                $"Expected an optimizer that remembers at most {StateCount} numbers for each parameter, as the one that the trainer was created with, got one that remembers {Optimizer.StateCount}.");
        }

        for (int group = 0; group < groups.Count; group++)
        {
            optimizers[group] = Optimizer;
            optimizers[group].BeginStep(step, learningRateFactor * groups[group].LearningRateFactor, groups[group].WeightDecay);
        }

        Optimizer.BeginStep(step, learningRateFactor);
    }

    /// <summary>Updates a range of parameters, all of one group.</summary>
    // One copy, not one in every kernel and pass that hands gradients over.
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Update(int offset, int length)
    {
        int group = ranges.GroupAt(offset);
        if (!Frozen(group))
        {
            optimizers[group].Update(
                parameters.Span.Slice(offset, length), gradients.Span.Slice(offset, length), Part(state0, offset, length), Part(state1, offset, length));
        }
    }

    /// <summary>What is kept for each parameter, in its shape, such as <c>optimizer.state0.layers.3.linear.weight</c>.</summary>
    public IEnumerable<Parameter> Remembered(NetworkInfo network) => [.. Remembered(network, state0, "state0"), .. Remembered(network, state1, "state1")];

    /// <summary>
    /// Makes the gradient of all parameters that are not frozen no longer than a limit, by a factor of <c>limit / norm</c> where it is
    /// longer (Pascanu et al. 2013), and updates them.
    /// </summary>
    /// <returns>The norm that it had.</returns>
    public double ClipAndUpdate(float limit)
    {
        double squares = 0;
        foreach (GroupedRange range in ranges.All)
        {
            if (!Frozen(range.Group))
                squares += SumOfSquares.Of(gradients.Span.Slice(range.Start, range.Length));
        }

        double norm = Math.Sqrt(squares);
        float factor = norm > limit ? (float)(limit / norm) : 1f;
        foreach (GroupedRange range in ranges.All)
        {
            Span<float> gradient = gradients.Span.Slice(range.Start, range.Length);
            // One rounding for each element, so the same bits on every vector width.
            if (factor != 1)
                TensorPrimitives.Multiply(gradient, factor, gradient);
            Update(range.Start, range.Length);
        }

        return norm;
    }

    private bool Frozen(int group) => group == GroupedRange.DeclaredFrozen || group < groups.Count && groups[group].Frozen;

    private static IEnumerable<Parameter> Remembered(NetworkInfo network, Slab? state, string name) => state is null
        ? []
        : network.Parameters.Select(parameter => new Parameter(parameter.Renamed($"{NetworkFile.OptimizerPrefix}{name}.{parameter.Name}"), state));

    private static Span<float> Part(Slab? state, int offset, int length) => state is null ? [] : state.Span.Slice(offset, length);
}
