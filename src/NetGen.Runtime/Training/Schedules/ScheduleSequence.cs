namespace NetGen;

/// <summary>One schedule for so many steps, and then another.</summary>
internal sealed record ScheduleSequence(Schedule First, long Steps, Schedule Next) : Schedule
{
    public override double Factor(long step) => Checked(step) < Steps ? First.Factor(step) : Next.Factor(step - Steps);
}
