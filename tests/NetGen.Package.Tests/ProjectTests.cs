namespace NetGen.Package.Tests;

/// <summary>The projects that the package is made of, referenced as projects.</summary>
public sealed class ProjectTests
{
    [Fact]
    public async Task Code_ahead_of_time_may_use_fused_multiply_add()
    {
        string folder = Directory.CreateTempSubdirectory("netgen-projects-").FullName;
        await File.WriteAllTextAsync(
            Path.Join(folder, "App.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <Import Project="{BuildSetting.Sources}/NetGen.props" />
            </Project>
            """,
            TestContext.Current.CancellationToken);

        Assert.Equal(
            "x86-64-v3", await Dotnet.Run(folder, ["msbuild", "-getProperty:IlcInstructionSet", "-p:RuntimeIdentifier=linux-x64"]));

        Directory.Delete(folder, recursive: true);
    }

    // A property on the command line reaches every project that is referenced; these target netstandard2.0, which knows none of them.
    [Theory]
    [InlineData("NetGen.Generator")]
    [InlineData("NetGen.CodeFixes")]
    public async Task What_a_publish_asks_of_a_program_is_not_asked_of_the_compiler(string project) => await Dotnet.Run(
        Path.Join(BuildSetting.Sources, project),
        ["restore", "-warnaserror", "-p:PublishAot=true", "-p:PublishTrimmed=true", "-p:IsAotCompatible=true", "-p:IsTrimmable=true"]);
}
