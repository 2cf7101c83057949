namespace NetGen.JitHealth;

/// <summary>What was found out about a method.</summary>
internal sealed class Examination(CompiledMethod method)
{
    public CompiledMethod Method => method;

    public MethodCounts Counts { get; } = MethodCounts.Of(method.Method);

    /// <summary>What keeps the method from being fast.</summary>
    public IEnumerable<string> Findings =>
    [
        .. IsOptimized ? (string[])[] : [$"is compiled as {method.Tier}"],
        .. method.CallsLeft,
        .. from limit in Limit.All where limit.Of(this) > limit.Most select FormattableString.Invariant(
            $"has {limit.Of(this)} {limit.Name}, more than {limit.Most}"),
    ];

    // A loop that waits for the second tier is slow for a second or more; a straight line of calls may wait.
    private bool IsOptimized => method.Tier == JitTier.Optimized || method.Tier == JitTier.QuickJitted && !Counts.HasLoop;
}
