namespace NetGen.Experiments.Networks.Variants;

/// <summary>Coder A alone, to be trained before it is used.</summary>
[Network(Input = 128, InputMean = 0.39894f, InputStd = 0.58381f)]
[Use<WideCoder>]
public sealed partial class WideAutoencoder;

/// <summary>Coder B alone.</summary>
[Network(Input = 128, InputMean = 0.39894f, InputStd = 0.58381f)]
[Use<HalfCoder>]
public sealed partial class HalfAutoencoder;

/// <summary>A coder of width 32 alone.</summary>
[Network(Input = 128, InputMean = 0.39894f, InputStd = 0.58381f)]
[Use<Coder32>]
public sealed partial class Autoencoder32;

/// <summary>A coder of width 16 alone.</summary>
[Network(Input = 128, InputMean = 0.39894f, InputStd = 0.58381f)]
[Use<Coder16>]
public sealed partial class Autoencoder16;
