using BenchmarkDotNet.Attributes;
using NetGen.CompilerServices;

namespace NetGen.Benchmarks;

/// <summary>Attention without its projections, as a training step does it, and its gradient, on memory that stays in the cache.</summary>
public class AttentionBenchmarks
{
    private AlignedFloats a = null!;
    private AlignedFloats s = null!;
    private RowRange examples;
    private nint projected;
    private nint result;
    private nint weights;
    private nint gradient;

    public static IEnumerable<AttentionCase> Cases =>
    [
        .. BothWays(49, 64, heads: 4, causal: false), .. BothWays(49, 192, heads: 3, causal: false),
        .. BothWays(128, 128, heads: 4, causal: true),
    ];

    [ParamsSource(nameof(Cases))]
    public AttentionCase Size { get; set; } = null!;

    [GlobalSetup]
    public void Prepare()
    {
        examples = RowRange.All(AttentionCase.Sequences);
        nint rows = AttentionCase.Sequences * Size.Positions;
        projected = 0;
        result = projected + rows * Layout.RowStride(3 * Size.Width);
        weights = result + rows * Layout.RowStride(Size.Width);
        gradient = weights + (nint)(AttentionCase.Sequences * AttentionLayout.Weights(Size.Positions, Size.Heads));
        s = new AlignedFloats(new float[AttentionLayout.Scratch(Size.Positions, Size.Width, Size.Heads)]);
        a = new AlignedFloats(Inputs.Uniform((int)gradient + (int)rows * Layout.RowStride(3 * Size.Width)));
        Apply();
    }

    [Benchmark]
    public void Attend()
    {
        if (Size.Backwards)
            Backpropagate();
        else
            Apply();
    }

    private void Apply() => Attention.Apply(
        examples, Size.Positions, Size.Width, Size.Heads, Size.Causal, ref s.Origin, ref a.Origin, from: projected, to: result,
        weights: weights);

    private void Backpropagate() => Attention.Backpropagate(
        examples, Size.Positions, Size.Width, Size.Heads, Size.Causal, ref s.Origin, ref a.Origin, from: result, projected: projected,
        weights: weights, to: gradient);

    private static IEnumerable<AttentionCase> BothWays(int positions, int width, int heads, bool causal) =>
        [new(positions, width, heads, causal, Backwards: false), new(positions, width, heads, causal, Backwards: true)];
}
