namespace NetGen.Experiments.Networks;

/// <summary>
/// 50 blocks of 256-1024-256, each with a residual connection: <c>x = x + f(x)</c>. Nothing else differs from <see cref="Plain256"/>.
/// </summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(256, Init = Init.LeCunNormal), Repeat<FeedForward256>(50, Residual = true), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class Residual256;
