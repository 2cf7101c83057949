using System.Numerics.Tensors;

namespace NetGen.Runtime.Tests;

/// <summary>What a probe sees of attention.</summary>
public sealed class AttentionProbeTests
{
    private static readonly int[] Tokens = [.. Enumerable.Range(0, 2 * 9).Select(static i => i * 5 % 11)];

    [Fact]
    public void Shapes_are_rows_heads_positions_and_widths()
    {
        Dictionary<Observation, Seen> seen = See();

        Assert.Equal([2, 2, 9, 3], seen[Observation.Queries].Shape);
        Assert.Equal([2, 2, 9, 3], seen[Observation.Keys].Shape);
        Assert.Equal([2, 2, 9, 3], seen[Observation.Values].Shape);
        Assert.Equal([2, 2, 9, 9], seen[Observation.AttentionWeights].Shape);
        Assert.Equal([2, 2, 9], seen[Observation.AttentionEntropy].Shape);
    }

    [Fact]
    public void Weights_are_the_softmax_of_queries_by_keys()
    {
        Dictionary<Observation, Seen> seen = See();
        float[] queries = seen[Observation.Queries].Values, keys = seen[Observation.Keys].Values;
        float[] weights = seen[Observation.AttentionWeights].Values;
        for (int row = 0; row < weights.Length / 9; row++)
        {
            (int head, int query) = Math.DivRem(row, 9);
            double[] powers = [.. Enumerable.Range(0, query + 1).Select(key => Math.Exp(
                Enumerable.Range(0, 3).Sum(i => queries[row * 3 + i] * (double)keys[(head * 9 + key) * 3 + i]) / Math.Sqrt(3)))];
            for (int key = 0; key < 9; key++)
                Assert.Equal(key > query ? 0 : powers[key] / powers.Sum(), weights[row * 9 + key], 1e-6);
        }
    }

    [Fact]
    public void Queries_keys_and_values_lie_side_by_side_in_the_pre_activation()
    {
        Dictionary<Observation, Seen> seen = See();
        float[] projected = seen[Observation.PreActivation].Values;
        Observation[] parts = [Observation.Queries, Observation.Keys, Observation.Values];
        for (int example = 0; example < 2; example++)
        {
            for (int position = 0; position < 9; position++)
            {
                for (int column = 0; column < 18; column++)
                {
                    (int part, int rest) = Math.DivRem(column, 6);
                    (int head, int i) = Math.DivRem(rest, 3);
                    Assert.Equal(
                        projected[(example * 9 + position) * 18 + column],
                        seen[parts[part]].Values[((example * 2 + head) * 9 + position) * 3 + i]);
                }
            }
        }
    }

    [Fact]
    public void Entropy_is_that_of_each_row()
    {
        Dictionary<Observation, Seen> seen = See();
        double[] expected = [.. seen[Observation.AttentionWeights].Values.Chunk(9).Select(static row =>
            -row.Where(static p => p > 0).Sum(static p => p * Math.Log(p)))];

        double[] actual = [.. seen[Observation.AttentionEntropy].Values.Select(static x => (double)x)];
        Assert.Equal(expected, actual, static (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(0f, seen[Observation.AttentionEntropy].Values[0]);
    }

    private static Dictionary<Observation, Seen> See()
    {
        Dictionary<Observation, Seen> seen = [];
        LayerProbe probe = new("2.1.in_proj", seen);
        new NextToken(seed: 2).CreateTrainer(new Sgd(0.1f), Loss.SoftmaxCrossEntropy, 2).Inspect(Tokens, new int[18], ref probe);
        return seen;
    }

    private sealed record Seen(int[] Shape, float[] Values);

    private readonly struct LayerProbe(string layer, Dictionary<Observation, Seen> seen) : IProbe
    {
        public static bool Observes => true;

        public void Observe(Observation observation, int layerIndex, string name, in ReadOnlyTensorSpan<float> values)
        {
            if (name != layer)
                return;
            float[] copy = new float[(int)values.FlattenedLength];
            values.FlattenTo(copy);
            int[] shape = new int[values.Rank];
            for (int dimension = 0; dimension < shape.Length; dimension++)
                shape[dimension] = (int)values.Lengths[dimension];
            seen[observation] = new Seen(shape, copy);
        }
    }
}
