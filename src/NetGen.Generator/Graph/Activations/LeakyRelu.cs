namespace NetGen.Generator;

/// <summary><c>LeakyReLU(z) = z</c> where positive, else <c>0.01 z</c>.</summary>
internal sealed record LeakyRelu() : PiecewiseLinear("LeakyReLU", "LeakyRelu", NegativeSlope: 0.01f);
