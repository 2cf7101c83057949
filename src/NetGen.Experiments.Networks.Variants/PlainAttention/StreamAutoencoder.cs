namespace NetGen.Experiments.Networks.Variants;

/// <summary>Coder B of a transformer's stream alone, to be trained before it is used.</summary>
[Network(Input = 32)]
[Use<StreamCoder>]
public sealed partial class StreamAutoencoder;

/// <summary>An autoencoder half as wide as the stream.</summary>
[Block]
[Linear(16, Init = Init.Orthogonal), ReLU, Linear(32, Init = Init.Orthogonal)]
public class StreamCoder;
