namespace NetGen;

/// <summary><c>γ^⌊t / n⌋</c>.</summary>
internal sealed record StepSchedule(long Every, double Gamma) : Schedule
{
    public override double Factor(long step) => PortableMath.Power(Gamma, Checked(step) / Every);
}
