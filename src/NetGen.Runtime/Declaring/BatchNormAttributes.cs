// Only NetGen calls these constructors, so CLS compliance does not matter.
#pragma warning disable CS3015

namespace NetGen;

/// <summary>
/// Gives every channel mean 0 and variance 1 over the batch and, in images and sequences, over their positions (Ioffe and Szegedy 2015):
/// <c>y = γ ⊙ (x - mean) / sqrt(var + ε) + β</c>. A training step takes mean and variance from its batch, and lets running ones follow,
/// which evaluations and predictions take. Parameters are <c>weight [channels]</c>, the gain <c>γ</c>, which starts at 1, and
/// <c>bias [channels]</c>, the <c>β</c>, which starts at 0. State is <c>running_mean [channels]</c>, <c>running_var [channels]</c>, of
/// which the variance is the unbiased one, and <c>num_batches_tracked</c>, the number of steps. A step takes more than one value of each
/// channel.
/// </summary>
public abstract class BatchNormAttribute : LayerAttribute
{
    private protected BatchNormAttribute()
    {
    }

    /// <summary>The <c>ε</c> that keeps the division finite, above 0. Default: 1e-5.</summary>
    public float Epsilon { get; set; } = 1e-5f;

    /// <summary>
    /// The share <c>m</c> of a batch in the running statistics, from 0 to 1: <c>running ← (1 - m) running + m batch</c>. Default: 0.1.
    /// </summary>
    public float Momentum { get; set; } = 0.1f;

    /// <summary>Whether there are a gain and a bias. Default: true.</summary>
    public bool Affine { get; set; } = true;
}

/// <summary>Batch norm of vectors, and of sequences over their tokens.</summary>
/// <inheritdoc/>
public sealed class BatchNorm1dAttribute : BatchNormAttribute;

/// <summary>Batch norm of images, over their pixels.</summary>
/// <inheritdoc/>
public sealed class BatchNorm2dAttribute : BatchNormAttribute;
