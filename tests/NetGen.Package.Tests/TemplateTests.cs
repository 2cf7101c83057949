using NetGen.Experiments.Tests;

namespace NetGen.Package.Tests;

/// <summary>From the packed template to a trained network, as a newcomer goes.</summary>
public sealed class TemplateTests
{
    [Fact]
    public async Task A_new_project_trains_and_saves_a_network()
    {
        using TemporaryFolder temporary = new();
        string folder = temporary.Path;
        await PackageSources.Write(folder);
        // Templates of the machine's user stay as they are.
        string[] hive = ["--debug:custom-hive", Path.Join(folder, "hive")];
        (string, string)[] environment = [("NUGET_PACKAGES", Path.Join(folder, "packages"))];
        await Dotnet.Run(folder, ["new", "install", Package.Templates.FilePath, .. hive]);

        await Dotnet.Run(folder, ["new", "netgen", "--output", "My.Spirals", "--no-restore", .. hive]);
        string project = Path.Join(folder, "My.Spirals");
        string output = await Dotnet.Run(
            project,
            ["run", "-c", "Release", "-p:NuGetAudit=false", "-p:TreatWarningsAsErrors=true", "--disable-build-servers"],
            environment);

        Assert.Contains("4 × [residual + Linear(x)]", output, StringComparison.Ordinal);
        Assert.Contains("epoch 20 of 20", output, StringComparison.Ordinal);
        Assert.Matches("epoch [0-9]+ was best", output);
        Assert.True(File.Exists(Path.Join(project, "spirals.safetensors")));
        Assert.NotEmpty(Directory.GetFiles(Path.Join(project, "obj", "Generated"), "SpiralNet.g.cs", SearchOption.AllDirectories));
    }
}
