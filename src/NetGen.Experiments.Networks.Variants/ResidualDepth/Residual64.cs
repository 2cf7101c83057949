namespace NetGen.Experiments.Networks.Variants;

/// <summary>
/// 50 blocks of 64-256-64, each with a residual connection: <c>x = x + f(x)</c>. Nothing else differs from <see cref="Plain64"/>.
/// </summary>
[Network(Input = 2, InputStd = 0.57735f)]
[Linear(64, Init = Init.LeCunNormal), Repeat<FeedForward64>(50, Residual = true), Linear(1, Init = Init.LeCunNormal, InitScale = 0.1f)]
public sealed partial class Residual64;
