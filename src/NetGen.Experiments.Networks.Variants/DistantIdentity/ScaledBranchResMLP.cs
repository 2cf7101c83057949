namespace NetGen.Experiments.Networks.Variants;

/// <summary>The branch of a layer of <see cref="ResMLP"/>.</summary>
[Block]
[Linear(64), ReLU]
public sealed class Branch64;

/// <summary>
/// <see cref="ResMLP"/> with the branch scaled in every forward pass, not its weights at the start: <c>x = x + ReLU(Linear(x)) / √20</c>.
/// </summary>
[Network(Input = 64, InputStd = 0.57735f)]
[Repeat<Branch64>(20, Shortcut = Shortcut.Scaled)]
public sealed partial class ScaledBranchResMLP;
