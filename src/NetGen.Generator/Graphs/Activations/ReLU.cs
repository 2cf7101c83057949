namespace NetGen.Generator.Graphs;

/// <summary><c>ReLU(z) = max(0, z)</c>.</summary>
internal sealed record ReLU() : PiecewiseLinear("ReLU", "ReLU", Below: 0f, Above: 1f);
