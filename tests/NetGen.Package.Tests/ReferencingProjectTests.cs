using NetGen.Experiments.Tests;

namespace NetGen.Package.Tests;

/// <summary>A project that references one that has the package, and has it not itself.</summary>
public sealed class ReferencingProjectTests
{
    [Fact]
    public async Task It_declares_networks_of_its_own()
    {
        using TemporaryFolder temporary = new();
        string folder = temporary.Path;
        await PackageSources.Write(folder);
        await Write("Library/Library.csproj", Project("", """<PackageReference Include="NetGen" Version="*-*" />"""));
        await Write("Library/Net.cs", "[NetGen.Network(Input = 2), NetGen.Linear(3)] public sealed partial class Net;");
        await Write(
            "Program/Program.csproj",
            Project("<OutputType>Exe</OutputType>", """<ProjectReference Include="../Library/Library.csproj" />"""));
        await Write("Program/Program.cs", """
            System.Console.WriteLine($"{Net.Info.ParameterCount} {new Own(seed: 1).Parameters.Count}");

            [NetGen.Network(Input = 2), NetGen.Linear(5)] internal sealed partial class Own;
            """);

        string output = await Dotnet.Run(
            Path.Join(folder, "Program"),
            ["run", "-c", "Release", "-p:NuGetAudit=false", "--disable-build-servers"],
            ("NUGET_PACKAGES", Path.Join(folder, "packages")));

        Assert.Equal("9 2", output.Trim());

        Task Write(string name, string text)
        {
            string path = Path.Join(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        }
    }

    private static string Project(string property, string item) =>
        $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            {property}
          </PropertyGroup>
          <ItemGroup>
            {item}
          </ItemGroup>
        </Project>
        """;
}
