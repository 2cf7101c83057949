namespace NetGen;

/// <summary><c>(t + 1) / n</c>, at most 1.</summary>
internal sealed record WarmUpSchedule(long Steps) : Schedule
{
    public override double Factor(long step) => Checked(step) < Steps ? (step + 1.0) / Steps : 1;
}
