namespace NetGen.Benchmarks;

[Mlp(Width = 64, Depth = 20, InitScale = 0.2236068f)]
internal sealed partial class PlainMlp;

[Mlp(Width = 64, Depth = 20, Residual = true, InitScale = 0.2236068f)]
internal sealed partial class ResMlp;
