using NetGen;

namespace Aot;

[Mlp(Width = 64, Depth = 20, Residual = true, InitScale = 0.2236f)]
internal sealed partial class ResMlp;
