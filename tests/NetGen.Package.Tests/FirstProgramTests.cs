using System.Text.RegularExpressions;
using NetGen.Experiments.Tests;

namespace NetGen.Package.Tests;

/// <summary>The first program of the docs, as it stands there.</summary>
public sealed class FirstProgramTests
{
    [Fact]
    public async Task It_runs_from_one_file_and_prints_what_the_page_says()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        string page = await File.ReadAllTextAsync(Path.Join(BuildSetting.Sources, "..", "docs", "start.md"), stop);
        Match first = Regex.Match(page, "```csharp\n(.*?)```\n\n```\n(.*?)```", RegexOptions.Singleline);
        using TemporaryFolder temporary = new();
        string folder = temporary.Path;
        await PackageSources.Write(folder);
        await File.WriteAllTextAsync(Path.Join(folder, "xor.cs"), first.Groups[1].Value, stop);

        string output = await Dotnet.Run(folder, ["run", "xor.cs"], ("NUGET_PACKAGES", Path.Join(folder, "packages")));

        Assert.Equal(first.Groups[2].Value.Trim(), output);
    }
}
