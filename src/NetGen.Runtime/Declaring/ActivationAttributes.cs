namespace NetGen;

/// <inheritdoc cref="Activation.ReLU"/>
public sealed class ReLUAttribute : LayerAttribute;

/// <inheritdoc cref="Activation.LeakyReLU"/>
public sealed class LeakyReLUAttribute : LayerAttribute;

/// <inheritdoc cref="Activation.Tanh"/>
public sealed class TanhAttribute : LayerAttribute;

/// <inheritdoc cref="Activation.Sigmoid"/>
public sealed class SigmoidAttribute : LayerAttribute;

/// <inheritdoc cref="Activation.GELU"/>
public sealed class GeluAttribute : LayerAttribute;

/// <inheritdoc cref="Activation.SiLU"/>
public sealed class SiLUAttribute : LayerAttribute;
