using System.Text.Json;
using NetGen.Experiments.PlainNetHypothesis;
using NetGen.Experiments.Tests.Commands;

namespace NetGen.Experiments.Tests.Experiments.PlainNetHypothesis.Studies;

/// <summary>A short run of a study, from the command line to its files.</summary>
internal sealed class StudyRun : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly JsonDocument results;

    public StudyRun(HypothesisStudy study, params string[] options)
    {
        PlainNetHypothesisExperiment experiment = new([study]);
        Shell.Outcome outcome = Shell.Run(
            [experiment],
            CancellationToken.None,
            ["pnnh", "--study", study.Name, "--seeds", "1", "--coder-steps", "3", "--out", folder.Path, "--full", .. options]);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        Output = outcome.Output;
        Undeclared = OwnFilesTests.Undeclared(experiment, folder.Path);
        Missing = [.. study.Files.Select(static file => $"{file}.svg").Where(file => !File.Exists(folder.File(file)))];
        results = JsonDocument.Parse(File.ReadAllText(folder.File("results.json")));
    }

    public string Output { get; }

    /// <summary>Files that it wrote and had not said that it would write.</summary>
    public IReadOnlyList<string> Undeclared { get; }

    /// <summary>Figures that it had said it would draw, and did not.</summary>
    public IReadOnlyList<string> Missing { get; }

    public IReadOnlyList<JsonElement> Rows => [.. results.RootElement.GetProperty("runs").EnumerateArray()];

    public static IReadOnlyList<string> Names(JsonElement row) => [.. row.EnumerateObject().Select(static property => property.Name)];

    public void Dispose()
    {
        results.Dispose();
        folder.Dispose();
    }
}
