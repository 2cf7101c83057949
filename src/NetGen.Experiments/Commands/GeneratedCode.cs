namespace NetGen.Experiments.Commands;

/// <summary>The code that the compiler wrote for a network. The build lays it beside the program.</summary>
internal static class GeneratedCode
{
    private const string Suffix = ".g.cs";
    private const string Expected = "--code expects the generated code beside the program, where the build lays it";

    public static int Print(string network, TextWriter output, TextWriter error)
    {
        string folder = Path.Join(AppContext.BaseDirectory, "generated");
        string[] code;
        try
        {
            IEnumerable<string> files = Directory.EnumerateFiles(folder, "*" + Suffix).Where(IsOfNetwork);
            code = [.. files.Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"{Expected}: {exception.Message}");
            return ExperimentRun.Failure;
        }

        if (code.Length == 0)
        {
            error.WriteLine($"{Expected}; {folder} has none of {network}.");
            return ExperimentRun.Failure;
        }

        foreach (string part in code)
            output.Write(part);
        return ExperimentRun.Success;

        bool IsOfNetwork(string file) => Path.GetFileName(file)[..^Suffix.Length].Split('.')[^1] == network;
    }
}
