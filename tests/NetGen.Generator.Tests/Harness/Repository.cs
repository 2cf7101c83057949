namespace NetGen.Generator.Tests;

/// <summary>The files that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "NetGen.sln")))
            directory = directory.Parent;
        return directory?.FullName ?? throw new InvalidOperationException($"Expected NetGen.sln above {AppContext.BaseDirectory}.");
    }
}
