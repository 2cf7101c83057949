namespace NetGen.Experiments.Reporting;

/// <summary>Style sheets, scripts and pages, which stand in files of their own and travel in the assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>The names that begin with something, in order.</summary>
    public static IEnumerable<string> Names(string beginning) => typeof(EmbeddedText).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(beginning, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static string Read(string name)
    {
        using Stream stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no resource \"{name}\".");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
