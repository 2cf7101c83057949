namespace NetGen.Experiments.Networks;

/// <summary>
/// The residual network of the Distant Identity task: <c>x = x + ReLU(Linear(x))</c>, 20 times, weights scaled by 1/√20 at the start.
/// </summary>
[Mlp(Width = 64, Depth = 20, Residual = true, InitScale = 0.2236068f, InputStd = 0.57735f)]
public sealed partial class ResMLP;
