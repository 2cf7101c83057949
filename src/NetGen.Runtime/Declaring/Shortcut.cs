namespace NetGen;

/// <summary>
/// The kinds of residual connections: how the input <c>x</c> of a block, which goes around it, is joined with its output <c>f(x)</c>. Where
/// their lengths differ, <see cref="PlacedBlockAttribute.Projection"/> makes <c>x</c> as long as <c>f(x)</c>. <c>n</c> is the number of
/// shortcuts of the same kind in the network.
/// </summary>
public enum Shortcut
{
    /// <summary>None, unless <see cref="PlacedBlockAttribute.Residual"/> asks for <see cref="Identity"/>.</summary>
    None,

    /// <summary><c>x + f(x)</c> (He et al. 2016).</summary>
    Identity,

    /// <summary>
    /// <c>x + a f(x)</c> with a fixed <c>a</c>, by default <c>1/sqrt(n)</c>, which keeps the variance of the sum bounded (Szegedy et al.
    /// 2017; for the default, Hayou et al. 2021).
    /// </summary>
    Scaled,

    /// <summary>
    /// <c>x + α f(x)</c> with a learned number that starts at 0, so that the network starts as the identity (ReZero, Bachlechner et al.
    /// 2021; SkipInit, De and Smith 2020). Its parameter is <c>alpha [1]</c>.
    /// </summary>
    ReZero,

    /// <summary>
    /// <c>x + γ ⊙ f(x)</c> with a learned vector that starts small: at 0.1 where <c>n</c> is at most 18, at 1e-5 up to 24, else at 1e-6
    /// (Touvron et al. 2021). Its parameter is <c>gamma [width]</c>.
    /// </summary>
    LayerScale,

    /// <summary>
    /// <c>g ⊙ f(x) + (1 - g) ⊙ x</c> with the gate <c>g = σ(W x + b)</c>, <c>b</c> starting at -2, so that most of <c>x</c> is carried on
    /// (highway networks, Srivastava et al. 2015). <c>W</c> starts as <see cref="Init.LeCunNormal"/>, whatever the network's constructor is
    /// told; with a projection the gate still reads <c>x</c> itself. Its parameters are <c>gate.weight</c> and <c>gate.bias</c>.
    /// </summary>
    Gated,

    /// <summary>
    /// <c>LayerNorm(a x + f(x))</c> with a fixed <c>a</c>, by default <c>n^(1/4)</c>; the starting weights of Linear layers inside the
    /// block are scaled by <c>(4n)^(-1/4)</c>, once where such blocks hold each other (DeepNorm, Wang et al. 2022, whose <c>N</c> layers
    /// have <c>n = 2N</c> shortcuts). Its parameters are <c>norm.weight</c> and <c>norm.bias</c>.
    /// </summary>
    DeepNorm,

    /// <summary>
    /// Several streams side by side that the block reads a mixture of and adds to: <c>H' = A H + β f(α H)</c>, with learned <c>α</c>,
    /// <c>A</c>, <c>β</c> (static hyper-connections, Zhu et al. 2024). All <c>s</c> streams start as <c>x</c> before the first repetition,
    /// and their mean is handed on behind the last. <c>α</c> starts as stream <c>i mod s</c> in repetition <c>i</c>, from 0. At the start
    /// it computes <c>x + f(x)</c>. Its parameters are <c>alpha [1, s]</c>, <c>mix [s, s]</c> and <c>beta [s, 1]</c>.
    /// </summary>
    Streams,
}
