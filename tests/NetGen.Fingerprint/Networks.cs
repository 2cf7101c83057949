namespace NetGen.Fingerprint;

// One network for each kind of kernel, at widths that leave remainders in every tile and vector.

[Mlp(Width = 45, Depth = 3, Residual = true, InitScale = 0.5f)]
internal sealed partial class ResidualReLU;

[Mlp(Width = 46, Depth = 2, Input = 7, Output = 3)]
internal sealed partial class PlainReLU;

[Mlp(Width = 65, Depth = 2, Activation = Activation.LeakyReLU, Bias = false)]
internal sealed partial class PlainLeakyReLU;

[Mlp(Width = 33, Depth = 2, Residual = true, Activation = Activation.Tanh, Init = Init.XavierUniform)]
internal sealed partial class ResidualTanh;

[Mlp(Width = 130, Depth = 2, Activation = Activation.Sigmoid, Init = Init.Orthogonal)]
internal sealed partial class PlainSigmoid;

[Mlp(Width = 40, Depth = 2, Residual = true, Activation = Activation.Gelu, Init = Init.LeCunNormal, Bias = false)]
internal sealed partial class ResidualGELU;

[Mlp(Width = 17, Depth = 2, Activation = Activation.SiLU)]
internal sealed partial class PlainSiLU;

[Mlp(Width = 20, Depth = 2, Residual = true, Activation = Activation.Identity, InitScale = 0.1f)]
internal sealed partial class ResidualLinear;

[Mlp(Width = 5, Depth = 1, Residual = true)]
internal sealed partial class Tiny;

[Block, RmsNorm, Linear(70), GeluTanh, Linear(45)]
internal sealed class PreNorm;

[Block, Linear(45), PReLU]
internal sealed class Shared;

[Network(Input = 45)]
[Dropout(0.1f), Repeat<PreNorm>(2, Shortcut = Shortcut.LayerScale), LayerNorm]
[Use<PreNorm>(Shortcut = Shortcut.Gated), Repeat<Shared>(2, Shared = true)]
[Repeat<PreNorm>(2, Shortcut = Shortcut.Streams, StreamCount = 3), CReLU, LeakyReLU(0.2f)]
[Scale(0.9f), Linear(4), Scale(1f, Learned = true)]
internal sealed partial class Language;

[Network(Input = 3, Height = 5, Width = 7)]
[Linear(16), ReLU, Repeat<Narrow>(2, Residual = true), Linear(2)]
internal sealed partial class Pixels;

[Network(Input = 3, Height = 9, Width = 7)]
[Linear(36), GroupNorm(4), ReLU, MaxPool2d(Kernel = 3, Stride = 2, Padding = 1)]
[Linear(48), GroupNorm(3), AvgPool2d(Kernel = 2, Stride = 1), Gelu]
[Parallel<Flat, Mean>, Linear(3)]
internal sealed partial class Pictures;

[Block, MaxPool2d, Flatten, Linear(48)]
internal sealed class Flat;

[Block, GlobalAvgPool]
internal sealed class Mean;

[Network(Input = 16, Length = 9)]
[Repeat<Narrow>(2, Shortcut = Shortcut.LayerScale), Linear(45), Gelu, Linear(10)]
internal sealed partial class Tokens;

[Network(Input = 3, Height = 5, Width = 7)]
[BatchNorm2d(Affine = false), Linear(45), BatchNorm2d, ReLU, Use<NormedPixels>(Residual = true), Linear(2)]
internal sealed partial class BatchNormed;

[Block, Linear(16), BatchNorm2d, Gelu, Linear(45), BatchNorm2d]
internal sealed class NormedPixels;

[Network(Input = 3, Height = 6, Width = 7)]
[Conv2d(37, WeightNorm = true), NCReLU, Conv2d(20, Kernel = 2, WeightNorm = true, InitialGain = 0.5f, Bias = false)]
[Scale(1f, Learned = true, PerChannel = true), Tanh, Flatten, Linear(3, WeightNorm = true)]
internal sealed partial class WeightNormed;

[Block, LayerNorm, Linear(12), GeluTanh, Linear(16)]
internal sealed class Narrow;

[Network(Input = 10, Length = 21)]
[Linear(20), PositionEmbedding, Use<Attending>(Residual = true), Repeat<CausallyAttending>(2, Residual = true)]
[ClassToken, SelfAttention(5), Linear(34), SwiGLU, SquaredReLU, Parallel<First, MeanOfPositions>, Linear(3)]
internal sealed partial class Sequences;

[Block, LayerNorm, SelfAttention(2, Rotary = true)]
internal sealed class Attending;

[Block, RmsNorm, SelfAttention(1, Causal = true, Joint = false)]
internal sealed class CausallyAttending;

[Block, FirstToken]
internal sealed class First;

[Block, MeanPool]
internal sealed class MeanOfPositions;

[Network(Vocabulary = 29, Length = 17)]
[Embedding(24), PositionEmbedding(Sine = true), Use<Attending>(Residual = true), Repeat<Letters>(2, Residual = true), Linear(29)]
internal sealed partial class LetterModel;

[Block, SelfAttention(4, Causal = true), Linear(48), SwiGLU]
internal sealed class Letters;
