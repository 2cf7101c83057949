namespace NetGen.Experiments.Networks;

/// <summary>An autoencoder <c>D ReLU(E h + e) + d</c> as wide as what it codes: coder A.</summary>
[Block]
[Linear(128, Init = Init.Orthogonal), ReLU, Linear(128, Init = Init.Orthogonal)]
public class WideCoder;

/// <summary>An autoencoder half as wide: coders B and C.</summary>
[Block]
[Linear(64, Init = Init.Orthogonal), ReLU, Linear(128, Init = Init.Orthogonal)]
public class HalfCoder;
