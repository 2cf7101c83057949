namespace NetGen.Runtime.Tests;

[Network(Input = 7)]
[LayerNorm, Linear(20), Gelu, RmsNorm, Repeat<PartBranch>(3, Residual = true), CReLU, Linear(5)]
internal sealed partial class PartVectors;

[Block, LayerNorm(Bias = false), Linear(20), Tanh, Linear(20)]
internal sealed class PartBranch;

[Network(Input = 3, Height = 6, Width = 5)]
[Conv2d(8), ReLU, Conv2d(18, Kernel = 1), GroupNorm(2), MaxPool2d, Conv2d(40, Stride = 2), SiLU, Flatten, Linear(5)]
internal sealed partial class PartImages;

[Network(Vocabulary = 11, Length = 6)]
[Embedding(8), PositionEmbedding(Sine = true), SelfAttention(2, Rotary = true), LayerNorm, MeanPool, Linear(5)]
internal sealed partial class PartTokens;

[Network(Input = 7)]
[Linear(20), BatchNorm1d, ReLU, Linear(5)]
internal sealed partial class NoParts;

/// <summary>
/// Batches that are too large for the cache go through the layers part by part, and nobody sees it but in time and memory.
/// </summary>
public sealed class BatchPartTests
{
    // More than two parts, the last of which is no multiple of anything.
    private const int Rows = 6001;

    private static readonly float[] vectors = Numbers.Uniform(Rows * 7, seed: 1);
    private static readonly float[] images = Numbers.Uniform(Rows * 90, seed: 2);
    private static readonly int[] tokens = [.. Numbers.Uniform(Rows * 6, seed: 3).Select(static value => (int)(5.5f * (value + 1)))];
    private static readonly float[] targets = Numbers.Uniform(Rows * 5, seed: 4);
    private static readonly float[] shares = [.. targets.Select(static value => Math.Abs(value))];

    [Fact]
    public void A_step_has_the_bits_of_all_rows_at_once()
    {
        AssertSame(static () => new PartVectors(seed: 1), vectors, targets, Loss.MeanSquaredError);
        AssertSame(static () => new PartVectors(seed: 1), vectors, targets, Loss.MeanAbsoluteError);
        AssertSame(static () => new PartVectors(seed: 1), vectors, targets, Loss.Huber());
        AssertSame(static () => new PartVectors(seed: 1), vectors, shares, new BinaryCrossEntropyWithLogits());
        AssertSame(static () => new PartVectors(seed: 1), vectors, shares, Loss.SoftmaxCrossEntropy, clipNorm: 0.01f);
        AssertSame(static () => new PartImages(seed: 1), images, targets, Loss.MeanSquaredError);
        AssertSame(static () => new PartTokens(seed: 1), tokens, targets, Loss.MeanSquaredError);
        AssertSame(static () => new PartTokens(seed: 1), tokens, targets, Loss.MeanSquaredError, clipNorm: 0.01f);
    }

    [Fact]
    public void So_has_one_with_labels_and_an_evaluation()
    {
        int[] labels = [.. Enumerable.Range(0, Rows).Select(static row => row % 7 == 3 ? SoftmaxCrossEntropy.NoLabel : row * row % 5)];
        using var inParts = new PartVectors(seed: 1).CreateTrainer(new Sgd(0.1f), Loss.SoftmaxCrossEntropy, Rows);
        using var atOnce = new PartVectors(seed: 1).CreateTrainer(new Sgd(0.1f), Loss.SoftmaxCrossEntropy, Rows, threads: 2);

        for (int step = 0; step < 2; step++)
        {
            Assert.Equal(atOnce.Evaluate(vectors, shares), inParts.Evaluate(vectors, shares));
            Assert.Equal(atOnce.Evaluate(vectors, labels), inParts.Evaluate(vectors, labels));
            Assert.Equal(atOnce.Step(vectors, labels), inParts.Step(vectors, labels));
        }

        Assert.Equal(Left(atOnce), Left(inParts));
    }

    [Fact]
    public void Memory_does_not_grow_with_the_batch_but_where_a_layer_needs_all_rows()
    {
        AssertEnough(static () => new PartVectors());
        AssertEnough(static () => new PartImages());
        AssertEnough(static () => new PartTokens());
        Assert.True(BytesOf(static () => new NoParts(), 100_000) < BytesOf(static () => new NoParts(), 200_000));
    }

    private static void AssertEnough<TNetwork>(Func<TNetwork> create)
        where TNetwork : class, INetwork => Assert.InRange(BytesOf(create, 100_000), 0, BytesOf(create, 10_000) + 10_000);

    private static void AssertSame<TNetwork, TLoss>(
        Func<TNetwork> create, Inputs inputs, float[] targets, TLoss loss, float? clipNorm = null)
        where TNetwork : class, INetwork
        where TLoss : struct, ILoss
    {
        using var inParts = create().CreateTrainer(new Adam(1e-2f), loss, Rows, clipNorm);
        using var atOnce = create().CreateTrainer(new Adam(1e-2f), loss, Rows, clipNorm, threads: 2);
        using var watched = create().CreateTrainer(new Adam(1e-2f), loss, Rows, clipNorm);

        for (int step = 0; step < 2; step++)
        {
            GradientProbe probe = new([]);
            Assert.Equal(atOnce.Step(inputs, targets), inParts.Step(inputs, targets));
            watched.Inspect(inputs, targets, ref probe);
            watched.Step(inputs, targets);
        }

        Assert.Equal(Left(atOnce), Left(inParts));
        Assert.Equal(Left(atOnce), Left(watched));
    }

    // All that a training leaves.
    private static float[] Left(ITrainer trainer)
    {
        using TemporaryFolder folder = new();
        trainer.Save(folder.File("left.safetensors"));
        SafetensorsFile left = SafetensorsFile.Load(folder.File("left.safetensors"));
        return [.. left.Tensors.SelectMany(static tensor => tensor.Value.Values.ToArray())];
    }

    private static long BytesOf<TNetwork>(Func<TNetwork> create, int batchSize)
        where TNetwork : class, INetwork
    {
        TNetwork network = create();
        long before = GC.GetAllocatedBytesForCurrentThread();
        using var trainer = network.CreateTrainer(new Sgd(0.1f), Loss.MeanSquaredError, batchSize);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
