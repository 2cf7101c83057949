using NetGen;

namespace MicroGpt;

/// <summary>
/// The smallest GPT: one layer, four heads, 4,192 parameters. Its tokens are the letters a to z, and one that begins and ends a word.
/// </summary>
[Network(Vocabulary = 27, Length = 16)]
[Embedding(16, InitScale = 0.08f), PositionEmbedding(InitScale = 0.08f), RmsNorm(Gain = false)]
[Use<Attention>(Residual = true), Use<FeedForward>(Residual = true)]
[Linear(27, Bias = false, Init = Init.Normal, InitScale = 0.08f)]
internal sealed partial class Gpt;

/// <summary>Every letter looks at the letters before it.</summary>
[Block]
[RmsNorm(Gain = false), SelfAttention(4, Causal = true, Bias = false, Init = Init.Normal, InitScale = 0.08f)]
internal sealed class Attention;

/// <summary>Every letter thinks about what it saw.</summary>
[Block]
[RmsNorm(Gain = false)]
[Linear(64, Bias = false, Init = Init.Normal, InitScale = 0.08f), ReLU, Linear(16, Bias = false, Init = Init.Normal, InitScale = 0.08f)]
internal sealed class FeedForward;
