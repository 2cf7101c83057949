namespace NetGen.Generator.Tests;

/// <summary>
/// What the just-in-time compiler makes of the generated methods of an assembly, as it tells itself in a process of its own.
/// </summary>
/// <param name="Heading">How many networks and methods were seen, on which vectors.</param>
/// <param name="Findings">What keeps methods from being fast.</param>
internal sealed record JitReport(string Heading, IReadOnlyList<string> Findings)
{
    /// <param name="image">The assembly.</param>
    /// <param name="setting">A variable of the process's environment, <c>name=value</c>.</param>
    public static async Task<JitReport> Of(byte[] image, string? setting = null)
    {
        string folder = Directory.CreateTempSubdirectory("netgen-health-").FullName;
        try
        {
            string path = Path.Join(folder, "App.dll");
            await File.WriteAllBytesAsync(path, image, TestContext.Current.CancellationToken);
            string[] lines = await Tool.Run("NetGen.JitHealth", [path], setting);

            // What is indented says how near the most demanding method comes to each limit.
            return new JitReport(lines[0], [.. lines.Skip(1).Where(static line => line[0] != ' ')]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void AssertHealthy() => Assert.True(Findings.Count == 0, string.Join("\n", Findings));
}
