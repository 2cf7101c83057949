namespace NetGen.Experiments.DissipatingInputs;

/// <summary>How a layer of this experiment makes its output from its input, and how its weights start.</summary>
internal static class LayerKind
{
    /// <summary><c>f(W h + b)</c>.</summary>
    public const string Plain = "plain";

    /// <summary><c>f(h + W h + b)</c>.</summary>
    public const string Residual = "residual";

    /// <summary>The same; <c>W</c> starts smaller by the root of the depth.</summary>
    public const string Scaled = "scaled-residual";

    /// <summary>The same; <c>W</c> starts at zero.</summary>
    public const string ZeroStart = "zero-start-residual";
}
