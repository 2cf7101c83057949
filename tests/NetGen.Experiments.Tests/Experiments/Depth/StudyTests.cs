using System.Text.Json;
using NetGen.Experiments.Tests.Commands;

namespace NetGen.Experiments.Tests.Experiments.Depth;

public sealed class StudyTests
{
    public static TheoryData<string> Names => [.. DepthStudies.All.Select(static study => study.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Study_trains_its_variants_and_says_what_was_seen(string name)
    {
        using TemporaryFolder folder = new();
        Shell.Outcome outcome = SmallPair.Run("--study", name, "--steps", "2", "--out", folder.Path);
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);

        int variants = DepthStudies.All.Single(study => study.Name == name).Variants(default).Count;
        using JsonDocument losses = JsonDocument.Parse(File.ReadAllText(folder.File("losses.json")));
        Assert.Equal(variants, losses.RootElement.EnumerateObject().Count());
        Assert.Matches(@"## What was seen\n\nA loss below \d.*\d", File.ReadAllText(folder.File("README.md")));
        Assert.Equal(4, Directory.EnumerateFiles(Path.Join(folder.Path, "figures"), "*.svg").Count());
    }

    [Fact]
    public void Kinds_are_all_that_the_language_has() => Assert.Equal(
        Enum.GetNames<Shortcut>(),
        DepthStudies.All.Single(static study => study.Name == "kinds").Variants(default).Select(static variant => variant.Label));

    [Fact]
    public void Claim_that_one_norm_before_all_blocks_keeps_the_gradient_alive_is_contradicted_by_what_it_measures()
    {
        using TemporaryFolder folder = new();
        Assert.Equal(0, SmallPair.Run("--study", "norm", "--steps", "1", "--out", folder.Path).ExitCode);
        string report = File.ReadAllText(folder.File("README.md"));
        Assert.True(report.IndexOf("Pre-LN before the entire chain", StringComparison.Ordinal) > report.IndexOf("## What does not hold", StringComparison.Ordinal));
    }
}
