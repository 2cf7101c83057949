using NetGen.Generator.Propagation;

namespace NetGen.Generator.Graphs;

/// <summary><c>max(0, z)²</c> (So et al. 2021).</summary>
internal sealed record SquaredReLU() : ActivationFunction("SquaredReLU", "SquaredReLU")
{
    public override double ValueAt(double z) => z > 0 ? z * z : 0;

    public override double SlopeAt(double z) => z > 0 ? 2 * z : 0;

    public override UnitMoments ValueOfGaussian(UnitMoments z) => HermiteExpansion.Of(ValueAt, z, isSmooth: false);

    public override UnitMoments SlopeOfGaussian(UnitMoments z) => HermiteExpansion.Of(SlopeAt, z, isSmooth: false);
}
