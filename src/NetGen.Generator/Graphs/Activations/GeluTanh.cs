namespace NetGen.Generator.Graphs;

/// <summary><c>z (1 + tanh(√(2/π) (z + 0.044715 z³))) / 2</c>, which is near <c>GELU(z)</c>.</summary>
// GeluTanh in the name of a kernel is GELU, and tanh behind it.
internal sealed record GeluTanh() : ActivationFunction("GELUTanh", "GeluByTanh")
{
    private static readonly double Root = Math.Sqrt(2 / Math.PI);

    public override double ValueAt(double z) => z / 2 * (1 + Math.Tanh(Argument(z)));

    public override double SlopeAt(double z)
    {
        double tanh = Math.Tanh(Argument(z));
        return (1 + tanh + z * (1 - tanh * tanh) * Root * (1 + 3 * 0.044715 * z * z)) / 2;
    }

    private static double Argument(double z) => Root * (z + 0.044715 * z * z * z);
}
