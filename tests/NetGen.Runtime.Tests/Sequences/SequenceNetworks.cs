namespace NetGen.Runtime.Tests;

[Block, RmsNorm, SelfAttention(2, Causal = true)]
internal sealed class CausalAttention;

[Block, LayerNorm, SelfAttention(2)]
internal sealed class FullAttention;

[Block, RmsNorm, Linear(20), Gelu, Linear(6)]
internal sealed class SequenceFeedForward;

/// <summary>Predicts the next token.</summary>
[Network(Vocabulary = 11, Length = 9)]
[Embedding(6), PositionEmbedding, Use<CausalAttention>(Residual = true), Use<SequenceFeedForward>(Residual = true)]
[Use<CausalAttention>(Residual = true), Linear(11)]
internal sealed partial class NextToken;

/// <summary>The same with positions that are not learned.</summary>
[Network(Vocabulary = 11, Length = 9)]
[Embedding(6), PositionEmbedding(Sine = true), SelfAttention(1, Causal = true, Rotary = true), LayerNorm, Linear(11)]
internal sealed partial class NextTokenByAngle;

/// <summary>Tells classes of sequences.</summary>
[Network(Vocabulary = 11, Length = 9)]
[Embedding(6), PositionEmbedding, ClassToken, Use<FullAttention>(Residual = true), Use<SequenceFeedForward>(Residual = true)]
[Parallel<FirstOfSequence, MeanOfSequence>, Linear(3)]
internal sealed partial class SequenceClass;

[Block, FirstToken]
internal sealed class FirstOfSequence;

[Block, MeanPool]
internal sealed class MeanOfSequence;

/// <summary>Gives every vector of a sequence an answer that depends on all of them.</summary>
[Network(Input = 4, Length = 9)]
[Linear(6), Use<FullAttention>(Residual = true), Linear(3)]
internal sealed partial class VectorClasses;

/// <summary>Answers at every position, of which one stands in front.</summary>
[Network(Vocabulary = 11, Length = 9)]
[Embedding(6), ClassToken, Use<FullAttention>(Residual = true), Linear(3)]
internal sealed partial class PositionClasses;

/// <summary>Few tokens, each at very many places.</summary>
[Network(Vocabulary = 2, Length = 1000)]
[Embedding(2), Linear(2)]
internal sealed partial class FrequentTokens;
