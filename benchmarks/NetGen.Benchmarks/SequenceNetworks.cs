namespace NetGen.Benchmarks;

// benchmarks/compare compiles this file, too.

/// <summary>A vision transformer (Dosovitskiy et al. 2021) of 49 patches of 4 x 4 pixels.</summary>
[Network(Input = 1, Height = 28, Width = 28)]
[PatchEmbedding(4, 64), PositionEmbedding, Repeat<Encoder64>(6), LayerNorm, MeanPool, Linear(10)]
internal sealed partial class ViT64;

[Block, Use<Attending64>(Residual = true), Use<Thinking64>(Residual = true)]
internal sealed class Encoder64;

[Block, LayerNorm, SelfAttention(4)]
internal sealed class Attending64;

[Block, LayerNorm, Linear(256), Gelu, Linear(64)]
internal sealed class Thinking64;

/// <summary>The same, as wide as the smallest of Touvron et al. 2021.</summary>
[Network(Input = 1, Height = 28, Width = 28)]
[PatchEmbedding(4, 192), PositionEmbedding, Repeat<Encoder192>(6), LayerNorm, MeanPool, Linear(10)]
internal sealed partial class ViT192;

[Block, Use<Attending192>(Residual = true), Use<Thinking192>(Residual = true)]
internal sealed class Encoder192;

[Block, LayerNorm, SelfAttention(3)]
internal sealed class Attending192;

[Block, LayerNorm, Linear(768), Gelu, Linear(192)]
internal sealed class Thinking192;

/// <summary>A transformer of 4,192 parameters that writes names: 26 letters, and what begins and ends a name.</summary>
[Network(Vocabulary = 27, Length = 16)]
[Embedding(16, InitScale = 0.08f), PositionEmbedding(InitScale = 0.08f), RmsNorm(Epsilon = 1e-5f, Gain = false)]
[Use<AttendingLetters>(Residual = true), Use<ThinkingLetters>(Residual = true), Linear(27, Bias = false)]
internal sealed partial class MicroGpt;

[Block, RmsNorm(Epsilon = 1e-5f, Gain = false), SelfAttention(4, Causal = true, Bias = false)]
internal sealed class AttendingLetters;

[Block, RmsNorm(Epsilon = 1e-5f, Gain = false), Linear(64, Bias = false), ReLU, Linear(16, Bias = false)]
internal sealed class ThinkingLetters;
