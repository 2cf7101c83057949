namespace NetGen.Benchmarks;

internal static class NetworkFlops
{
    /// <summary>
    /// The operations of each product <c>x Wᵀ</c> for one example, in the order of the layers. Every weight is used once in these networks.
    /// </summary>
    public static IEnumerable<double> ProductFlops(this NetworkInfo network) =>
        network.Parameters.Where(static parameter => parameter.Shape.Length == 2)
            .Select(static parameter => 2.0 * parameter.Shape[0] * parameter.Shape[1]);
}
