namespace NetGen.Generator.Propagation;

/// <summary>The same number in every unit.</summary>
internal sealed class ConstantUnits(double number) : Units
{
    public double Number => number;

    public override UnitMoments Moments { get; } = new(number, number * number, number * number);

    public override Roots Roots => default;

    public override int Depth => 0;

    public override int Places => 1;

    public override bool IsGaussian => true;

    protected override Points Draw(int place) => Points.Of(_ => number, _ => number);
}
