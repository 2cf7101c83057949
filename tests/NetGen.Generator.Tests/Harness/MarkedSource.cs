namespace NetGen.Generator.Tests;

/// <summary>Source text in which <c>«</c> and <c>»</c> mark where a diagnostic is expected.</summary>
internal sealed record MarkedSource(string Text, string Marked, int Start)
{
    public static MarkedSource Parse(string source)
    {
        int start = source.IndexOf('«');
        int end = source.IndexOf('»');
        Assert.True(0 <= start && start < end, "The source has no mark.");
        return new MarkedSource(source.Remove(end, 1).Remove(start, 1), source[(start + 1)..end], start);
    }
}
