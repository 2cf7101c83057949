using NetGen;

namespace Browser;

// Their gradients are to vanish, and their inputs to look alike: that is what the page shows.
#pragma warning disable NETGEN037, NETGEN041

[Mlp(Width = 16, Depth = 2, InitScale = 0.7071068f, InputStd = 0.57735f)]
internal sealed partial class Plain2;

[Mlp(Width = 16, Depth = 5, InitScale = 0.4472136f, InputStd = 0.57735f)]
internal sealed partial class Plain5;

[Mlp(Width = 16, Depth = 10, InitScale = 0.3162278f, InputStd = 0.57735f)]
internal sealed partial class Plain10;

[Mlp(Width = 16, Depth = 20, InitScale = 0.2236068f, InputStd = 0.57735f)]
internal sealed partial class Plain20;

[Mlp(Width = 16, Depth = 40, InitScale = 0.1581139f, InputStd = 0.57735f)]
internal sealed partial class Plain40;

[Mlp(Width = 16, Depth = 2, Residual = true, InitScale = 0.7071068f, InputStd = 0.57735f)]
internal sealed partial class Residual2;

[Mlp(Width = 16, Depth = 5, Residual = true, InitScale = 0.4472136f, InputStd = 0.57735f)]
internal sealed partial class Residual5;

[Mlp(Width = 16, Depth = 10, Residual = true, InitScale = 0.3162278f, InputStd = 0.57735f)]
internal sealed partial class Residual10;

[Mlp(Width = 16, Depth = 20, Residual = true, InitScale = 0.2236068f, InputStd = 0.57735f)]
internal sealed partial class Residual20;

[Mlp(Width = 16, Depth = 40, Residual = true, InitScale = 0.1581139f, InputStd = 0.57735f)]
internal sealed partial class Residual40;
