namespace NetGen.Experiments.Networks;

/// <summary>
/// A transformer that reads text character by character and says which one comes next (Radford et al. 2019): four blocks of causal
/// attention with four heads, whose queries and keys turn with their positions, and of two dense layers, each behind a norm.
/// </summary>
[Network(Vocabulary = 97, Length = 64)]
[Embedding(64)]
[Repeat<TextBlock>(4)]
[RmsNorm, Linear(97)]
public sealed partial class CharacterGpt;

/// <summary>Characters look at those before them, and then each works on what it saw.</summary>
[Block]
[Use<TextAttention>(Residual = true), Use<TextFeedForward>(Residual = true)]
public sealed class TextBlock;

/// <summary>Attention of every character to itself and those before it.</summary>
[Block]
[RmsNorm, SelfAttention(4, Causal = true, Rotary = true, Bias = false)]
public sealed class TextAttention;

/// <summary>Two dense layers for every character alone.</summary>
[Block]
[RmsNorm, Linear(256), Gelu, Linear(64)]
public sealed class TextFeedForward;
