namespace NetGen;

/// <summary><c>1 - (1 - a) t / n</c>, up to <c>t = n</c>.</summary>
internal sealed record LinearSchedule(long Steps, double Minimum) : Schedule
{
    public override double Factor(long step) => 1 - (1 - Minimum) * Math.Min(Checked(step), Steps) / Steps;
}
