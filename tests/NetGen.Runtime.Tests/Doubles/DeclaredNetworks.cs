namespace NetGen.Runtime.Tests;

[Network(Input = 20)]
[Linear(50), Dropout(0.25f), Tanh, Linear(3)]
internal sealed partial class DropoutNet;

[Network(Input = 20)]
[Dropout(0f), Linear(50), Dropout(0.25f), Tanh, Linear(3)]
internal sealed partial class NothingDropped;

[Network(Input = 20)]
[Identity, Linear(50), Dropout(0.25f), Tanh, Linear(3)]
internal sealed partial class NothingInstead;

[Network(Input = 100)]
[Dropout(0.3f), Use<Through>(Residual = true)]
internal sealed partial class MaskedInput;

[Block, Linear(100, Init = Init.Zeros)]
internal sealed class Through;

[Block, Linear(6), ReLU]
internal sealed class Coder;

[Block, Linear(6), Tanh]
internal sealed class Learner;

[Network(Input = 6)]
[Use<Coder>(Frozen = true), Repeat<Learner>(2), Linear(2)]
internal sealed partial class PartlyFrozen;

[Network(Input = 6)]
[
    Repeat<Learner>(2, Shortcut = Shortcut.Streams, StreamCount = 3),
    LayerNorm,
    Linear(6),
    PReLU,
    Repeat<Learner>(30, Shortcut = Shortcut.LayerScale),
]
internal sealed partial class ManyStarts;

[Network(Input = 6)]
[Repeat<Learner>(2, Shortcut = Shortcut.DeepNorm), Linear(2)]
internal sealed partial class DeepNormNet;

[Network(Input = 4, InputMean = 0.5f, InputStd = 2f)]
[Linear(3), ReLU, Linear(5)]
internal sealed partial class DeclaredInputs;

[Network(Input = 4)]
[Linear(3)]
internal sealed partial class StandardInputs;

[Network(Input = 1)]
[Linear(1)]
internal sealed partial class OneBias;

[Network(Input = 1)]
[Linear(2)]
internal sealed partial class TwoBiases;

[Network(Input = 1)]
[Scale(1f, Learned = true), PReLU]
internal sealed partial class OneOfEach;

[Network(Input = 100)]
[LayerNorm]
internal sealed partial class LayerNorm100;

[Network(Input = 3000)]
[LayerNorm]
internal sealed partial class LayerNorm3000;

[Network(Input = 21)]
[Linear(21, Init = Init.Identity), LayerNorm(Epsilon = 1e-38f, Gain = false, Bias = false)]
internal sealed partial class ThroughLayerNorm;

[Network(Input = 21)]
[Linear(21, Init = Init.Identity), RmsNorm(Epsilon = 1e-38f, Gain = false)]
internal sealed partial class ThroughRmsNorm;
