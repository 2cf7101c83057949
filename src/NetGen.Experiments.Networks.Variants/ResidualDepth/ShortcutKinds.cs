namespace NetGen.Experiments.Networks.Variants;

/// <summary>50 blocks of 64-256-64, each with <see cref="Shortcut.Scaled"/> around it: <c>x + f(x) / √50</c>.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<UnscaledFeedForward64>(50, Shortcut = Shortcut.Scaled)]
[Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class Scaled64;

/// <summary>50 blocks of 64-256-64, each with <see cref="Shortcut.ReZero"/> around it: <c>x + α f(x)</c>, learned from 0.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<UnscaledFeedForward64>(50, Shortcut = Shortcut.ReZero)]
[Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class ReZero64;

/// <summary>
/// 50 blocks of 64-256-64, each with <see cref="Shortcut.LayerScale"/> around it: <c>x + γ ⊙ f(x)</c>, learned from 1e-6.
/// </summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<UnscaledFeedForward64>(50, Shortcut = Shortcut.LayerScale)]
[Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class LayerScale64;

/// <summary>50 blocks of 64-256-64, each with <see cref="Shortcut.Gated"/> around it: <c>g ⊙ f(x) + (1 - g) ⊙ x</c>.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<UnscaledFeedForward64>(50, Shortcut = Shortcut.Gated)]
[Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class Gated64;

/// <summary>50 blocks of 64-256-64, each with <see cref="Shortcut.DeepNorm"/> around it: <c>LayerNorm(a x + f(x))</c>.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<UnscaledFeedForward64>(50, Shortcut = Shortcut.DeepNorm)]
[Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class DeepNorm64;

/// <summary>
/// 50 blocks of 64-256-64, each with <see cref="Shortcut.Streams"/> around it: four streams that each block reads a mixture of and adds to.
/// </summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<FeedForward64>(50, Shortcut = Shortcut.Streams)]
[Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class Streams64;
