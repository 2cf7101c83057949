namespace NetGen.Experiments.SignalPropagation;

/// <summary>The networks of <see cref="SignalPropagation"/>.</summary>
internal static class Grid
{
    private static readonly int[] shallow = [10, 20];
    private static readonly Init[] inits = [Init.KaimingNormal, Init.LeCunNormal];

    public static IReadOnlyList<int> Widths { get; } = [64, 256, 1024];

    public static IReadOnlyList<Activation> Activations { get; } = [Activation.ReLU, Activation.Gelu, Activation.SiLU, Activation.Tanh];

    /// <summary>The residual connections.</summary>
    public static IReadOnlyList<Shortcut> Shortcuts { get; } = [Shortcut.None, Shortcut.Identity, Shortcut.Scaled];

    /// <summary>The six ways from one layer to the next.</summary>
    public static IReadOnlyList<(Shortcut Shortcut, bool Norm)> Settings { get; } =
    [
        .. from norm in new[] { false, true }
           from shortcut in Shortcuts
           select (shortcut, norm),
    ];

    /// <summary>The initialiser that is made for an activation.</summary>
    public static Init Fitting(Activation activation) => activation == Activation.Tanh ? Init.LeCunNormal : Init.KaimingNormal;

    /// <summary>Every activation with every initialiser in every setting.</summary>
    public static IReadOnlyList<GridNetwork> Combinations(int width, int depth) =>
    [
        .. from setting in Settings
           from activation in Activations
           from init in inits
           select new GridNetwork(activation, init, setting.Shortcut, setting.Norm, width, depth),
    ];

    /// <summary>Networks that ask how far theory reaches.</summary>
    public static IReadOnlyList<GridNetwork> Others(int width, int depth) =>
    [
        .. Shallower(width, depth),
        PlainSmaller(width),
        ReLU(Shortcut.Identity, width, depth) with { ActivationBehind = true },
        .. Shortcuts.Select(shortcut => ReLU(shortcut, width, depth) with { Shared = true }),
    ];

    /// <summary>ReLU with its initialiser, without a norm: what other questions start from.</summary>
    public static GridNetwork ReLU(Shortcut shortcut, int width, int depth) =>
        new(Activation.ReLU, Init.KaimingNormal, shortcut, Norm: false, width, depth);

    /// <summary>The same layers, fewer of them.</summary>
    public static IEnumerable<GridNetwork> Shallower(int width, int depth) =>
        from fewer in shallow
        where fewer < depth
        from shortcut in Shortcuts
        select ReLU(shortcut, width, fewer);

    /// <summary>
    /// The plain network of the experiment "distant-identity" in its set-up "fair": 20 layers, W smaller by 1/√20, and
    /// inputs uniform on (-1, 1).
    /// </summary>
    public static GridNetwork PlainSmaller(int width) =>
        ReLU(Shortcut.None, width, 20) with { InitScale = MathF.Sqrt(1f / 20), InputStd = MathF.Sqrt(1f / 3) };
}
