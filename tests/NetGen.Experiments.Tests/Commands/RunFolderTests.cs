using System.Text.Json;

namespace NetGen.Experiments.Tests.Commands;

/// <summary>
/// A run loses nothing: not what someone else put into its folder, and not what an earlier run left there before its own files are whole.
/// </summary>
public sealed class RunFolderTests : IDisposable
{
    private static readonly Sketch untrained = new() { Meanwhile = static () => Assert.Fail("It was trained.") };
    private static readonly Sketch failing = new() { Files = [new string('x', 300)], Content = "failing" };

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void Manifest_lists_every_file_that_the_run_wrote()
    {
        First();
        using JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(folder.File("manifest.json")));
        Assert.Equal(
            Names(),
            manifest.RootElement.GetProperty("files")
                .EnumerateArray()
                .Select(static file => file.GetString()!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Second_run_replaces_what_the_first_wrote_and_nothing_else()
    {
        First();
        Write("notes.txt", "mine");
        Write("figures/mine.svg", "mine");

        Assert.Equal(0, Sketch.Run(folder.Path, new Sketch { Files = ["numbers.json"], Content = "second" }).ExitCode);

        Assert.Equal(
            ["figures/mine.svg", "manifest.json", "notes.txt", "numbers.json", "report.html", "report.md", "results.json"], Names());
        Assert.All(["notes.txt", "figures/mine.svg"], name => Assert.Equal("mine", File.ReadAllText(folder.File(name))));
        Assert.All(
            ["numbers.json", "report.md"],
            name => Assert.Contains("second", File.ReadAllText(folder.File(name)), StringComparison.Ordinal));
    }

    [Fact]
    public void Folder_of_figures_goes_with_its_last_figure()
    {
        First();
        Assert.Equal(0, Sketch.Run(folder.Path, new Sketch { Files = [] }).ExitCode);
        Assert.False(Directory.Exists(folder.File("figures")));
    }

    [Theory]
    [InlineData("results.json")]
    [InlineData("report.html")]
    [InlineData("report.md")]
    [InlineData("numbers.json")]
    [InlineData("figures/sketch.json")]
    [InlineData("figures/sketch.png")]
    [InlineData("manifest.json")]
    [InlineData("figures")]
    [InlineData("netgen-unfinished")]
    public void File_that_no_run_wrote_is_not_overwritten(string name)
    {
        Write(name, "mine");
        Refused(name);
        Assert.Equal([name], Names());
    }

    [Theory]
    [InlineData("figures/sketch.png")]
    [InlineData("report.html")]
    public void File_that_no_run_wrote_is_not_overwritten_beside_those_of_a_run(string name)
    {
        First();
        File.Delete(folder.File(name));
        using (JsonDocument manifest = JsonDocument.Parse(File.ReadAllText(folder.File("manifest.json"))))
        {
            string[] others =
            [
                .. manifest.RootElement.GetProperty("files")
                    .EnumerateArray()
                    .Select(static file => file.GetString()!)
                    .Where(file => file != name),
            ];
            Write("manifest.json", Manifest(JsonSerializer.Serialize(others)));
        }

        Write(name, "mine");
        Refused(name);
    }

    [Theory]
    [InlineData("""["../outside.txt"]""", "lists '../outside.txt', which no run writes")]
    [InlineData("""["figures/../../outside.txt"]""", "which no run writes")]
    [InlineData("""["figures/.."]""", "which no run writes")]
    [InlineData("""["/tmp"]""", "which no run writes")]
    [InlineData("""["..\\outside.txt"]""", "which no run writes")]
    [InlineData("""["C:outside.txt"]""", "which no run writes")]
    [InlineData("""["sub/notes.txt"]""", "which no run writes")]
    [InlineData("""["notes.txt", null]""", "lists '', which no run writes")]
    [InlineData("""["a\nb/c"]""", "lists 'a?b/c', which no run writes")]
    [InlineData("""["\ud800"]""", "is not the manifest of a run")]
    [InlineData("""{ "0": "notes.txt" }""", "is not the manifest of a run")]
    [InlineData("""["notes.txt"]""", "manifest.json' was written by no run")]
    [InlineData("null", "does not list the files of its run: an earlier version wrote it")]
    [InlineData("""["notes.txt"], "experiment": null""", "is not the manifest of a run")]
    [InlineData("""["notes.txt" """, "is not the manifest of a run")]
    public void Manifest_that_no_run_wrote_removes_nothing(string files, string message)
    {
        Write("inside/sub/notes.txt", "mine");
        Write("inside/notes.txt", "mine");
        Write("outside.txt", "mine");
        Write("inside/manifest.json", Manifest(files));

        Shell.Outcome outcome = Sketch.Run(folder.File("inside"), untrained);

        OneLine(outcome, message);
        Assert.Equal(["inside/manifest.json", "inside/notes.txt", "inside/sub/notes.txt", "outside.txt"], Names());
    }

    [Theory]
    [InlineData("numbers.json", false)]
    [InlineData("manifest.json", false)]
    [InlineData("figures", true)]
    [InlineData("netgen-unfinished", true)]
    public void Links_lead_no_run_out_of_its_folder(string name, bool toFolder)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links take a privilege there.");
        First();
        using TemporaryFolder outside = new();
        File.WriteAllText(outside.File("sketch.json"), "mine");
        string link = folder.File(name);
        if (Directory.Exists(link))
            Directory.Delete(link, recursive: true);
        File.Delete(link);
        File.CreateSymbolicLink(link, toFolder ? outside.Path : outside.File("sketch.json"));

        Refused(name);
        Assert.Equal("mine", File.ReadAllText(outside.File("sketch.json")));
    }

    [Fact]
    public void File_that_cannot_be_written_leaves_the_earlier_run_whole_and_keeps_what_could_be()
    {
        First();
        (string Name, string Text)[] before = Contents();

        Shell.Outcome outcome = Sketch.Run(folder.Path, new Sketch { Files = ["numbers.json", new string('x', 300)], Content = "second" });

        OneLine(outcome, "xxx could not be written: ");
        Assert.Contains(
            $"Of this run results.json and 1 other file are kept in {folder.File(Path.Join("netgen-unfinished", "1"))}.",
            outcome.Error,
            StringComparison.Ordinal);
        Assert.Equal(before, Contents().Where(static file => !file.Name.StartsWith("netgen-unfinished/", StringComparison.Ordinal)));
        Assert.Equal(
            ["netgen-unfinished/1/numbers.json", "netgen-unfinished/1/results.json"],
            Names().Where(static name => name.StartsWith("netgen-unfinished/", StringComparison.Ordinal)));
    }

    [Fact]
    public void File_that_cannot_be_put_in_its_place_leaves_the_earlier_run_whole()
    {
        First();
        Write("sub", "a file where the run wants a folder");
        (string Name, string Text)[] before = Contents();

        Shell.Outcome outcome = Sketch.Run(folder.Path, new Sketch { Files = ["numbers.json", "sub/numbers.json"], Content = "second" });

        OneLine(outcome, "The files could not be put in their places: ");
        Assert.Equal(before, Contents().Where(static file => !file.Name.StartsWith("netgen-unfinished/", StringComparison.Ordinal)));
        Assert.Contains("second", File.ReadAllText(folder.File("netgen-unfinished/1/numbers.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_appears_while_the_run_trains_is_not_overwritten()
    {
        Shell.Outcome outcome = Sketch.Run(folder.Path, new Sketch { Meanwhile = () => Write("report.html", "mine") });

        OneLine(outcome, $"'{folder.File("report.html")}' was written by no run");
        Assert.Equal("mine", File.ReadAllText(folder.File("report.html")));
        Assert.True(File.Exists(folder.File("netgen-unfinished/1/results.json")));
    }

    [Fact]
    public void Run_leaves_what_failed_ones_kept_until_one_is_complete()
    {
        for (int run = 1; run <= 3; run++)
        {
            string kept = folder.File(Path.Join("netgen-unfinished", $"{run}"));
            OneLine(Sketch.Run(folder.Path, failing), $"Of this run results.json is kept in {kept}.");
        }

        Assert.Equal(["netgen-unfinished/1/results.json", "netgen-unfinished/2/results.json", "netgen-unfinished/3/results.json"], Names());
        Assert.All(Contents(), static file => JsonDocument.Parse(file.Text).Dispose());

        First();
        Assert.False(Directory.Exists(folder.File("netgen-unfinished")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("figures/sketch.json, results.json")]
    [InlineData("figures/sketch.json, numbers.json, report.html, report.md, results.json, manifest.json")]
    public void Run_killed_before_its_manifest_was_in_place_leaves_the_earlier_one_whole(string aside)
    {
        First();
        (string Name, string Text)[] before = Contents();
        foreach (string name in aside.Split(", ", StringSplitOptions.RemoveEmptyEntries))
            Move(name, $"netgen-unfinished/1/earlier/{name}");
        Write("netgen-unfinished/lock", "");
        Write("netgen-unfinished/1/manifest.json", "new");
        Write("netgen-unfinished/1/results.json", "new");

        OneLine(Sketch.Run(folder.Path, failing), "could not be written");

        Assert.Equal(before, Contents().Where(static file => !file.Name.StartsWith("netgen-unfinished/", StringComparison.Ordinal)));
        Assert.Equal(
            ["netgen-unfinished/1/manifest.json", "netgen-unfinished/1/results.json", "netgen-unfinished/2/results.json"],
            Names().Where(static name => name.StartsWith("netgen-unfinished/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Files_that_a_killed_run_moved_aside_come_back()
    {
        Write("netgen-unfinished/1/earlier/manifest.json", Manifest("""["manifest.json", "results.json"]"""));
        Write("netgen-unfinished/1/earlier/results.json", "earlier");

        OneLine(Sketch.Run(folder.Path, failing), "could not be written");

        Assert.Equal(["manifest.json", "netgen-unfinished/1/results.json", "results.json"], Names());
        Assert.Equal("earlier", File.ReadAllText(folder.File("results.json")));
    }

    [Fact]
    public void Run_killed_after_its_manifest_was_in_place_takes_its_place()
    {
        First();
        (string Name, string Text)[] whole = Contents();
        foreach (string name in (string[])["figures/sketch.json", "numbers.json", "results.json"])
            Move(name, $"netgen-unfinished/1/{name}");
        foreach (string name in (string[])["manifest.json", "figures/earlier.svg", "results.json"])
            Write($"netgen-unfinished/1/earlier/{name}", "earlier");

        OneLine(Sketch.Run(folder.Path, failing), "could not be written");

        Assert.Equal(whole, Contents().Where(static file => !file.Name.StartsWith("netgen-unfinished/", StringComparison.Ordinal)));
        Assert.Equal(
            ["netgen-unfinished/1/results.json"],
            Names().Where(static name => name.StartsWith("netgen-unfinished/", StringComparison.Ordinal)));
    }

    [Fact]
    public void Complete_run_clears_away_what_killed_ones_left_unfinished()
    {
        Write("netgen-unfinished/lock", "");
        Write("netgen-unfinished/1/results.json.half", "half");
        Write("netgen-unfinished/2/figures/old.svg", "old");
        First();
        Assert.DoesNotContain(Names(), static name => name.StartsWith("netgen-unfinished", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_runs_do_not_write_to_one_folder()
    {
        Shell.Outcome? second = null;
        Shell.Outcome first = Sketch.Run(folder.Path, new Sketch { Meanwhile = () => second = Sketch.Run(folder.Path, untrained) });

        Assert.Equal(0, first.ExitCode);
        OneLine(second!, "--out expects a folder that can be made and written to; got ");
    }

    public void Dispose() => folder.Dispose();

    private static string Manifest(string files) => $$"""{ "experiment": "sketch", "command": "sketch", "files": {{files}} }""";

    private static void OneLine(Shell.Outcome outcome, string message)
    {
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains(message, Assert.Single(outcome.Error.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
    }

    private void First() => Assert.Equal(0, Sketch.Run(folder.Path, new Sketch()).ExitCode);

    private void Refused(string name)
    {
        (string, string)[] before = Contents();
        Shell.Outcome outcome = Sketch.Run(folder.Path, untrained);
        OneLine(outcome, $"--out expects a folder of its own; '{folder.File(name)}' ");
        Assert.Contains("Move it away, or choose another folder.", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(before, Contents());
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(name))!);
        File.WriteAllText(folder.File(name), text);
    }

    private void Move(string name, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.File(to))!);
        File.Move(folder.File(name), folder.File(to));
    }

    private string[] Names() => [.. Contents().Select(static file => file.Name)];

    private (string Name, string Text)[] Contents() =>
    [
        .. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(folder.Path, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(static file => file.Item1, StringComparer.Ordinal),
    ];
}
