using NetGen.CompilerServices;

namespace NetGen;

/// <summary>An optimizer, the slabs it works on, and what it remembers.</summary>
internal sealed class OptimizerState<TOptimizer>
    where TOptimizer : struct, IOptimizer
{
    private readonly Slab parameters;
    private readonly Slab gradients;
    private readonly Slab? state0;
    private readonly Slab? state1;

    public OptimizerState(TOptimizer optimizer, Slab parameters)
    {
        int states = optimizer.StateCount;
        if (states is < 0 or > 2)
            throw new ArgumentOutOfRangeException(nameof(optimizer), states, $"{typeof(TOptimizer).Name}.StateCount: expected 0, 1 or 2.");

        Optimizer = optimizer;
        this.parameters = parameters;
        gradients = new Slab(parameters.Length);
        state0 = states > 0 ? new Slab(parameters.Length) : null;
        state1 = states > 1 ? new Slab(parameters.Length) : null;
    }

    /// <summary>A field, because an optimizer may change as it works.</summary>
    public TOptimizer Optimizer;

    /// <summary>How many numbers are kept for each parameter.</summary>
    public int StateCount => (state0 is null ? 0 : 1) + (state1 is null ? 0 : 1);

    /// <summary>Begins a step. The optimizer may have been replaced since the last one, but not by one that remembers more.</summary>
    public void BeginStep(long step)
    {
        if (Optimizer.StateCount > StateCount)
        {
            throw new InvalidOperationException(
                $"Expected an optimizer that remembers at most {StateCount} numbers for each parameter, as the one that the trainer was created with, got one that remembers {Optimizer.StateCount}.");
        }

        Optimizer.BeginStep(step);
    }

    public ref float Gradients => ref gradients.Origin;

    /// <summary>What is kept for each parameter, in its shape, such as <c>optimizer.state0.layers.3.linear.weight</c>.</summary>
    public IEnumerable<Parameter> Remembered(NetworkInfo network) => [.. Remembered(network, state0, "state0"), .. Remembered(network, state1, "state1")];

    public void Update(int offset, int length) => Optimizer.Update(
        parameters.Span.Slice(offset, length), gradients.Span.Slice(offset, length), Part(state0, offset, length), Part(state1, offset, length));

    private static IEnumerable<Parameter> Remembered(NetworkInfo network, Slab? state, string name) => state is null
        ? []
        : network.Parameters.Select(parameter => new Parameter(parameter.Renamed($"{NetworkFile.OptimizerPrefix}{name}.{parameter.Name}"), state));

    private static Span<float> Part(Slab? state, int offset, int length) => state is null ? [] : state.Span.Slice(offset, length);
}
