namespace NetGen.Experiments.Networks.Variants;

/// <summary>100 blocks of 64-256-64 one behind the other.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<FeedForward64Of100>(100), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class Plain100;

/// <summary>100 blocks of 64-256-64, each with a residual connection.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<FeedForward64Of100>(100, Residual = true)]
[Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class Residual100;
