namespace NetGen.Experiments.Commands;

/// <summary>The code that the compiler wrote for a network. The build lays it beside the program.</summary>
internal static class GeneratedCode
{
    private const string Suffix = ".g.cs";

    public static void Print(string network, TextWriter output)
    {
        string folder = Path.Join(AppContext.BaseDirectory, "generated");
        string[] files = [.. Directory.EnumerateFiles(folder, "*" + Suffix).Where(IsOfNetwork).Order(StringComparer.Ordinal)];
        if (files.Length == 0)
            throw new FileNotFoundException($"No generated code of {network} in {folder}.");

        foreach (string file in files)
            output.Write(File.ReadAllText(file));

        bool IsOfNetwork(string file) => Path.GetFileName(file)[..^Suffix.Length].Split('.')[^1] == network;
    }
}
