using System.Text.RegularExpressions;
using NetGen.Experiments.Tests;

namespace NetGen.Package.Tests;

/// <summary>The program for browsers of the docs, as it stands there, with the package.</summary>
public sealed partial class BrowserAppTests
{
    [Fact]
    public async Task It_is_published_without_a_warning()
    {
        using TemporaryFolder temporary = new();
        string folder = temporary.Path;
        await PackageSources.Write(folder);
        Directory.CreateDirectory(Path.Join(folder, "wwwroot"));
        string page = await File.ReadAllTextAsync(
            Path.Join(BuildSetting.Sources, "..", "docs", "browser.md"), TestContext.Current.CancellationToken);
        foreach (Match file in NamedFile().Matches(page))
        {
            await File.WriteAllTextAsync(
                Path.Join(folder, file.Groups["name"].Value), file.Groups["text"].Value, TestContext.Current.CancellationToken);
        }

        await Dotnet.Run(
            folder,
            [
                "publish", "-c", "Release", "-warnaserror", "-o", "site", "--disable-build-servers", "-p:CompressionEnabled=false",
                "-p:NuGetAudit=false",
            ],
            ("NUGET_PACKAGES", Path.Join(folder, "packages")));

        string site = Path.Join(folder, "site", "wwwroot");
        Assert.True(File.Exists(Path.Join(site, "index.html")));
        Assert.True(File.Exists(Path.Join(site, "main.js")));
        Assert.NotEmpty(Directory.GetFiles(Path.Join(site, "_framework"), "NetGen.Runtime*.wasm"));
    }

    /// <summary>A file in a page: its name, and what is in it.</summary>
    [GeneratedRegex(@"`(?<name>[\w/]+\.\w+)`:\n\n```\w+\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex NamedFile();
}
