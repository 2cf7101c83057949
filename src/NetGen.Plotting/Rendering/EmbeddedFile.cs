namespace NetGen.Plotting.Rendering;

/// <summary>Fonts and style sheets, which stand in files of their own and travel in the assembly.</summary>
internal static class EmbeddedFile
{
    public static Stream Open(string name) =>
        typeof(EmbeddedFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no resource \"{name}\".");

    public static string Read(string name)
    {
        using StreamReader reader = new(Open(name));
        return reader.ReadToEnd();
    }
}
