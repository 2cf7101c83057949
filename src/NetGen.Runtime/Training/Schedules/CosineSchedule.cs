namespace NetGen;

/// <summary><c>a + (1 - a) (1 + cos(π t / n)) / 2</c>, up to <c>t = n</c>.</summary>
internal sealed record CosineSchedule(long Steps, double Minimum) : Schedule
{
    public override double Factor(long step) =>
        Minimum + (1 - Minimum) * PortableMath.RaisedCosine((double)Math.Min(Checked(step), Steps) / Steps);
}
