using NetGen.Experiments.Data;

namespace NetGen.Experiments.ResidualDepth;

/// <summary>
/// A smooth function of two numbers to be learned from 1,024 examples: <c>y = sin(3 x₁) cos(3 x₂)</c>, <c>x ~ U(-1, 1)²</c>.
/// </summary>
internal sealed class WaveTask
{
    public const int Examples = 1024;
    private const int InputWidth = 2;

    private readonly FixedBatches batches;

    /// <param name="random">Draws the examples, and shuffles them for every epoch.</param>
    public WaveTask(SeededRandom random)
    {
        Inputs = Uniform.Array(Examples * InputWidth, random);
        Targets = new float[Examples];
        Answer(Inputs, Targets);
        batches = new FixedBatches(Inputs, InputWidth, random);
    }

    /// <summary>All examples, <c>[1024, 2]</c>.</summary>
    public float[] Inputs { get; }

    /// <summary>What they are to become, <c>[1024, 1]</c>.</summary>
    public float[] Targets { get; }

    /// <summary>The loss of always answering with the mean: the variance of the targets.</summary>
    public double LossOfMean
    {
        get
        {
            double mean = Targets.Average();
            return Targets.Average(target => (target - mean) * (target - mean));
        }
    }

    /// <summary>Fills a batch of training examples.</summary>
    public void Next(Span<float> inputs, Span<float> targets)
    {
        batches.Next(inputs);
        Answer(inputs, targets);
    }

    private static void Answer(ReadOnlySpan<float> inputs, Span<float> targets)
    {
        for (int row = 0; row < targets.Length; row++)
            targets[row] = (float)(Math.Sin(3.0 * inputs[InputWidth * row]) * Math.Cos(3.0 * inputs[InputWidth * row + 1]));
    }
}
