namespace NetGen.Experiments.Reporting;

/// <summary>Style sheets and scripts, which stand in files of their own and travel in the assembly.</summary>
internal static class EmbeddedText
{
    public static string Read(string name)
    {
        using Stream stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no resource \"{name}\".");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
