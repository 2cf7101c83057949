namespace NetGen.Generator.Graphs;

/// <summary><c>min(0, z)</c>: what the learned slope of a parametric ReLU multiplies (He et al. 2015).</summary>
internal sealed record NegativePart() : PiecewiseLinear("min0", "NegativePart", Below: 1f, Above: 0f);
