namespace NetGen;

/// <summary>The activation functions that a layer can have.</summary>
public enum Activation
{
    /// <summary>Rectified linear unit: <c>max(0, z)</c>.</summary>
    ReLU,

    /// <summary>
    /// Leaky rectified linear unit: <c>z</c> where positive, else <c>a z</c> with the <see cref="MlpAttribute.Slope"/> <c>a</c>
    /// (Maas et al. 2013).
    /// </summary>
    LeakyReLU,

    /// <summary>Hyperbolic tangent.</summary>
    Tanh,

    /// <summary>Logistic function: <c>1 / (1 + exp(-z))</c>.</summary>
    Sigmoid,

    /// <summary>
    /// Gaussian error linear unit, exact: <c>z Φ(z)</c> with Φ the normal distribution function (Hendrycks and Gimpel 2016).
    /// </summary>
    Gelu,

    /// <summary>
    /// Gaussian error linear unit, by its approximation <c>z (1 + tanh(√(2/π) (z + 0.044715 z³))) / 2</c> (Hendrycks and Gimpel 2016):
    /// cheaper, and within 5e-4 of <see cref="Gelu"/>.
    /// </summary>
    GeluTanh,

    /// <summary>Sigmoid linear unit, also called swish: <c>z / (1 + exp(-z))</c> (Elfwing et al. 2017).</summary>
    SiLU,

    /// <summary>No activation: the layer is linear.</summary>
    Identity,

    /// <summary>Squared rectified linear unit: <c>max(0, z)²</c> (So et al. 2021).</summary>
    SquaredReLU,
}

/// <inheritdoc cref="Activation.ReLU"/>
public sealed class ReLUAttribute : LayerAttribute;

/// <inheritdoc cref="Activation.Tanh"/>
public sealed class TanhAttribute : LayerAttribute;

/// <inheritdoc cref="Activation.Sigmoid"/>
public sealed class SigmoidAttribute : LayerAttribute;

/// <inheritdoc cref="Activation.Gelu"/>
public sealed class GeluAttribute : LayerAttribute;

/// <inheritdoc cref="Activation.GeluTanh"/>
public sealed class GeluTanhAttribute : LayerAttribute;

/// <inheritdoc cref="Activation.SiLU"/>
public sealed class SiLUAttribute : LayerAttribute;

/// <inheritdoc cref="Activation.SquaredReLU"/>
public sealed class SquaredReLUAttribute : LayerAttribute;

/// <summary>Hands on its input as it is. It keeps a place in the numbering of layers.</summary>
public sealed class IdentityAttribute : LayerAttribute;
