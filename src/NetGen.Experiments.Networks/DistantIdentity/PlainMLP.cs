namespace NetGen.Experiments.Networks;

// Its gradient is to vanish: Distant Identity shows how, and what a shortcut changes.
#pragma warning disable NETGEN037

/// <summary>
/// The plain network of the Distant Identity task: <c>x = ReLU(Linear(x))</c>, 20 times, weights scaled by 1/√20 at the start.
/// </summary>
[Mlp(Width = 64, Depth = 20, InitScale = 0.2236068f, InputStd = 0.57735f)]
public sealed partial class PlainMLP;
