using System.Text.Json;
using NetGen.Experiments.Tests;

namespace NetGen.Package.Tests;

/// <summary>The projects that the package is made of, referenced as projects.</summary>
public sealed class ProjectTests
{
    [Fact]
    public async Task Code_ahead_of_time_may_use_fused_multiply_add() =>
        Assert.Equal("x86-64-v3", await Evaluate("-getProperty:IlcInstructionSet", "-p:RuntimeIdentifier=linux-x64"));

    [Fact]
    public async Task Files_of_weights_are_embedded_under_their_paths_and_no_others()
    {
        using JsonDocument items = JsonDocument.Parse(await Evaluate("-getItem:EmbeddedResource"));

        Assert.Equal(
            ["models/a.safetensors", "../b.safetensors"],
            items.RootElement.GetProperty("Items").GetProperty("EmbeddedResource").EnumerateArray()
                .Select(static item => item.GetProperty("LogicalName").GetString()));
    }

    private static async Task<string> Evaluate(params IEnumerable<string> questions)
    {
        using TemporaryFolder temporary = new();
        string folder = temporary.Path;
        await File.WriteAllTextAsync(
            Path.Join(folder, "App.csproj"),
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <AdditionalFiles Include="models/a.safetensors;../b.safetensors;notes.txt" />
              </ItemGroup>
              <Import Project="{BuildSetting.Sources}/NetGen.props" />
            </Project>
            """,
            TestContext.Current.CancellationToken);

        return await Dotnet.Run(folder, ["msbuild", .. questions]);
    }

    // A property on the command line reaches every project that is referenced; these target netstandard2.0, which knows none of them.
    [Theory]
    [InlineData("NetGen.Generator")]
    [InlineData("NetGen.CodeFixes")]
    public async Task What_a_publish_asks_of_a_program_is_not_asked_of_the_compiler(string project) => await Dotnet.Run(
        Path.Join(BuildSetting.Sources, project),
        ["restore", "-warnaserror", "-p:PublishAot=true", "-p:PublishTrimmed=true", "-p:IsAotCompatible=true", "-p:IsTrimmable=true"]);
}
