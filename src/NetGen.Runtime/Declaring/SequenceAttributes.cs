// Only NetGen calls these constructors, so CLS compliance does not matter.
#pragma warning disable CS3015

namespace NetGen;

/// <summary>
/// Turns tokens into learned vectors: from a sequence of <c>Length</c> tokens it makes <c>[Length, outputs]</c>. It is the first layer of a
/// network of tokens. Its parameter is <c>weight [Vocabulary, outputs]</c>.
/// </summary>
/// <param name="outputs">The length of the vectors, at least 1.</param>
public sealed class EmbeddingAttribute(int outputs) : LayerAttribute
{
    /// <summary>The length of the vectors.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>How the vectors start. Default: <see cref="Init.Normal"/>.</summary>
    public Init Init { get; set; } = Init.Normal;

    /// <summary>The factor on every starting number, finite. Default: 1.</summary>
    public float InitScale { get; set; } = 1f;
}

/// <summary>
/// Adds to every position a vector of its own, so that layers can tell positions apart. Learned vectors are the parameter
/// <c>weight [Positions, D]</c>.
/// </summary>
public sealed class PositionEmbeddingAttribute : LayerAttribute
{
    /// <summary>For how many positions there is a vector, at least those of what comes in, which is the default.</summary>
    public int Positions { get; set; }

    /// <summary>
    /// Whether the vectors are not learned, but of sines and cosines (Vaswani et al. 2017): at position <c>t</c>,
    /// <c>sin(t / 10000^(2 i / D))</c> in column <c>2 i</c> and its cosine in the next. Default: false.
    /// </summary>
    public bool Sine { get; set; }

    /// <summary>How learned vectors start. Default: <see cref="Init.Normal"/>.</summary>
    public Init Init { get; set; } = Init.Normal;

    /// <summary>The factor on every starting number, finite. Default: 0.02.</summary>
    public float InitScale { get; set; } = 0.02f;
}

/// <summary>
/// Cuts an image into patches of <c>patch</c> by <c>patch</c> pixels, each of which becomes a vector: a convolution whose stride is its
/// kernel (Dosovitskiy et al. 2021). From <c>[H, W, C]</c> it makes <c>[H / patch, W / patch, outputs]</c>. Its parameters are
/// <c>weight [outputs, C, patch, patch]</c> and <c>bias [outputs]</c>.
/// </summary>
/// <param name="patch">The side of a patch, in pixels, which divides the sides of the image.</param>
/// <param name="outputs">The length of the vectors, at least 1.</param>
public sealed class PatchEmbeddingAttribute(int patch, int outputs) : LayerAttribute
{
    /// <summary>The side of a patch, in pixels.</summary>
    public int Patch { get; } = patch;

    /// <summary>The length of the vectors.</summary>
    public int Outputs { get; } = outputs;

    /// <summary>How the weight starts. Default: <see cref="Init.KaimingNormal"/>. The network's constructor can choose another.</summary>
    public Init Init { get; set; } = Init.KaimingNormal;

    /// <summary>The factor on every starting weight, finite. Default: 1. The network's constructor can choose another.</summary>
    public float InitScale { get; set; } = 1f;

    /// <summary>Whether there is a bias (which starts at zero). Default: true.</summary>
    public bool Bias { get; set; } = true;
}

/// <summary>
/// Attention of every position of a sequence or an image to all of them (Vaswani et al. 2017): queries, keys and values are projections of
/// the input, and in each of <c>heads</c> parts of their width, of <c>d</c> columns, <c>softmax(q kᵀ / sqrt(d)) v</c> is found; a last
/// projection follows. Names and shapes are those of PyTorch's <c>MultiheadAttention</c>: <c>in_proj_weight [3 D, D]</c>,
/// <c>in_proj_bias [3 D]</c>, <c>out_proj.weight [D, D]</c> and <c>out_proj.bias [D]</c>. What lies behind the end of a sequence that is
/// shorter than others is not attended to.
/// </summary>
/// <param name="heads">The number of heads, which divides the width.</param>
public sealed class SelfAttentionAttribute(int heads) : LayerAttribute
{
    /// <summary>The number of heads.</summary>
    public int Heads { get; } = heads;

    /// <summary>
    /// Whether a position attends to itself and to what stands before it only, as where the next token is predicted. Default: false.
    /// </summary>
    public bool Causal { get; set; }

    /// <summary>Whether the projections have biases (which start at zero). Default: true.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// Whether one matrix projects to queries, keys and values. Otherwise there are three, <c>q_proj_weight</c>, <c>k_proj_weight</c> and
    /// <c>v_proj_weight [D, D]</c>; the bias stays one vector. Default: true.
    /// </summary>
    public bool Joint { get; set; } = true;

    /// <summary>
    /// Whether queries and keys turn with their position (Su et al. 2021), so that scores depend on distances: element <c>i</c> of a head
    /// and element <c>i + d / 2</c> turn by <c>t RotaryBase^(-2 i / d)</c> at position <c>t</c>; the width <c>d</c> of a head is even then.
    /// Default: false.
    /// </summary>
    public bool Rotary { get; set; }

    /// <summary>The base of the angles of rotary positions, above 1. Default: 10000.</summary>
    public float RotaryBase { get; set; } = 10_000f;

    /// <summary>How the weights start. Default: <see cref="Init.XavierUniform"/>. The network's constructor can choose another.</summary>
    public Init Init { get; set; } = Init.XavierUniform;

    /// <summary>The factor on every starting weight, finite. Default: 1. The network's constructor can choose another.</summary>
    public float InitScale { get; set; } = 1f;
}

/// <summary>
/// Puts a learned vector in front of the positions of every example, for an answer about the whole to be found in
/// (Devlin et al. 2018): from <c>[T, D]</c>, or an image of <c>T</c> pixels, it makes the sequence <c>[T + 1, D]</c>, of which
/// <see cref="FirstTokenAttribute"/> takes the first. Its parameter is <c>weight [D]</c>.
/// </summary>
public sealed class ClassTokenAttribute : LayerAttribute
{
    /// <summary>How the vector starts. Default: <see cref="Init.Normal"/>.</summary>
    public Init Init { get; set; } = Init.Normal;

    /// <summary>The factor on every starting number, finite. Default: 0.02.</summary>
    public float InitScale { get; set; } = 0.02f;
}

/// <summary>The first position of a sequence: from <c>[T, D]</c> it makes a vector <c>[D]</c>.</summary>
public sealed class FirstTokenAttribute : LayerAttribute;

/// <summary>
/// The mean over all positions of a sequence or an image: from <c>[T, D]</c> it makes a vector <c>[D]</c>. What lies behind the end of a
/// sequence that is shorter than others does not count.
/// </summary>
public sealed class MeanPoolAttribute : LayerAttribute;

/// <summary>
/// A gated unit (Shazeer 2020): with the halves <c>a</c> and <c>b</c> of a vector, <c>SiLU(a) ⊙ b</c>, half as long as what comes in.
/// </summary>
public sealed class SwiGLUAttribute : LayerAttribute;
