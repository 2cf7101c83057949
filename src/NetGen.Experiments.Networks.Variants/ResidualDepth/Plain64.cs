namespace NetGen.Experiments.Networks.Variants;

/// <summary>50 blocks of 64-256-64 one behind the other: <c>x = f(x)</c>.</summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<FeedForward64>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class Plain64;
