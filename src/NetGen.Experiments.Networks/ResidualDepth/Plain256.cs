namespace NetGen.Experiments.Networks;

/// <summary>
/// 50 blocks of 256-1024-256 one behind the other: <c>x = f(x)</c>. The head starts small, so that the first answers are close to zero.
/// </summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(256, Init = Init.LeCunNormal), Repeat<FeedForward256>(50), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class Plain256;
