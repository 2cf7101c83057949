namespace NetGen;

/// <summary>
/// Declares a multilayer perceptron: <see cref="Depth"/> hidden layers of <see cref="Width"/> units,
/// <c>x = f(W x + b)</c>, or <c>x = x + f(W x + b)</c> with <see cref="Residual"/>.
/// The partial class it stands on becomes a network: the compiler writes its forward and backward passes.
/// </summary>
/// <example>
/// <code>
/// [Mlp(Width = 64, Depth = 20, Residual = true, InitScale = 0.2236f)]
/// public sealed partial class ResMlp;
/// </code>
/// </example>
// Structs and repetition are let through so that NetGen's own diagnostics, which say what to do, speak instead of the compiler's.
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class MlpAttribute : Attribute
{
    /// <summary>The number of hidden layers, at least 1. Default: 2.</summary>
    public int Depth { get; set; } = 2;

    /// <summary>The number of units of every hidden layer, at least 1. Default: 64.</summary>
    public int Width { get; set; } = 64;

    /// <summary>
    /// The length of an input vector, at least 1. Default: <see cref="Width"/>. Another length adds a Linear layer,
    /// without activation or residual, in front of the hidden layers.
    /// </summary>
    public int Input { get; set; }

    /// <summary>
    /// The length of an output vector, at least 1. Default: <see cref="Width"/>. Another length adds a Linear layer,
    /// without activation or residual, behind the hidden layers.
    /// </summary>
    public int Output { get; set; }

    /// <summary>Whether every hidden layer adds its input to its result. Default: false.</summary>
    public bool Residual { get; set; }

    /// <summary>The activation of the hidden layers. Default: <see cref="Activation.ReLU"/>.</summary>
    public Activation Activation { get; set; } = Activation.ReLU;

    /// <summary>The slope of <see cref="Activation.LeakyReLU"/> where <c>z</c> is not positive, finite. Default: 0.01.</summary>
    public float Slope { get; set; } = 0.01f;

    /// <summary>How weights start. Default: <see cref="Init.KaimingNormal"/>. The network's constructor can choose another.</summary>
    public Init Init { get; set; } = Init.KaimingNormal;

    /// <summary>
    /// The factor on every starting weight, finite. Default: 1. <c>1/sqrt(Depth)</c> keeps a deep residual network's output
    /// of the size of its input. The network's constructor can choose another.
    /// </summary>
    public float InitScale { get; set; } = 1f;

    /// <summary>Whether Linear layers have a bias (which starts at zero). Default: true.</summary>
    public bool Bias { get; set; } = true;

    /// <summary>
    /// The mean of the elements of input vectors, finite, for <see cref="LayerInfo.Expected"/> and for warnings about it; no other result
    /// depends on it. Default: 0.
    /// </summary>
    public float InputMean { get; set; }

    /// <summary>
    /// The standard deviation of the elements of input vectors, finite and above 0, for <see cref="LayerInfo.Expected"/> and for warnings
    /// about it; no other result depends on it. Numbers uniform on ±1 have 0.577. Default: 1.
    /// </summary>
    public float InputStd { get; set; } = 1f;
}
