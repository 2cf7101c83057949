namespace NetGen;

/// <summary>1 at every step.</summary>
internal sealed record ConstantSchedule : Schedule
{
    public override double Factor(long step)
    {
        Checked(step);
        return 1;
    }
}
