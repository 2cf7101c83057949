namespace NetGen.Runtime.Tests;

[Block, Linear(9), Tanh, Linear(5)]
internal sealed class Inside;

[Block, Use<Inside>(Shortcut = Shortcut.DeepNorm)]
internal sealed class NormedInside;

[Block, Use<Inside>(Shortcut = Shortcut.ReZero)]
internal sealed class InsideByReZero;

[Block, Linear(16)]
internal sealed class Narrowing;

[Network(Input = 5), Repeat<Inside>(2), Linear(3)]
internal sealed partial class AroundNothing;

[Network(Input = 5), Repeat<Inside>(2, Residual = true), Linear(3)]
internal sealed partial class AroundByIdentity;

[Network(Input = 5), Repeat<Inside>(2, Shortcut = Shortcut.Scaled), Linear(3)]
internal sealed partial class AroundByScale;

[Network(Input = 5), Repeat<Inside>(2, Shortcut = Shortcut.ReZero), Linear(3)]
internal sealed partial class AroundByReZero;

[Network(Input = 5), Repeat<Inside>(2, Shortcut = Shortcut.LayerScale), Linear(3)]
internal sealed partial class AroundByLayerScale;

[Network(Input = 5), Repeat<Inside>(2, Shortcut = Shortcut.Streams), Linear(3)]
internal sealed partial class AroundByStreams;

[Network(Input = 5), Repeat<Inside>(2, Shortcut = Shortcut.DeepNorm), Linear(3)]
internal sealed partial class AroundByDeepNorm;

[Network(Input = 5), Repeat<Inside>(2, Shortcut = Shortcut.Gated), Linear(3)]
internal sealed partial class AroundByGate;

[Network(Input = 5), Use<NormedInside>(Shortcut = Shortcut.DeepNorm)]
internal sealed partial class TwiceByDeepNorm;

[Network(Input = 64), Use<Narrowing>(Shortcut = Shortcut.Gated, Projection = true)]
internal sealed partial class GatedNarrowing;

[Network(Input = 5), Repeat<Inside>(3, Shortcut = Shortcut.Streams, StreamCount = 2)]
internal sealed partial class ThreeByTwoStreams;

[Network(Input = 5), Repeat<InsideByReZero>(2, Shared = true, Frozen = true), Linear(3)]
internal sealed partial class InsideFrozen;

[Network(Input = 5), Repeat<Inside>(2, Shared = true, Frozen = true, Shortcut = Shortcut.ReZero), Linear(3)]
internal sealed partial class AroundFrozen;
