using System.Text.Json;
using NetGen.Experiments.Tests.Commands;

namespace NetGen.Experiments.Tests;

/// <summary>An experiment, run once for all tests that look at what it writes.</summary>
public abstract class FinishedRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <param name="run">Runs it, into a folder.</param>
    private protected FinishedRun(Func<string, Shell.Outcome> run)
    {
        Outcome = run(folder.Path);
        Assert.True(Outcome.ExitCode == 0, Outcome.Output + Outcome.Error);
    }

    internal Shell.Outcome Outcome { get; }

    public string Folder => folder.Path;

    public string Read(string name) => File.ReadAllText(folder.File(name));

    public JsonElement Json(string name)
    {
        using JsonDocument document = JsonDocument.Parse(Read(name));
        return document.RootElement.Clone();
    }

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
