namespace NetGen.Package.Tests;

/// <summary>A program for browsers that gets the package.</summary>
public sealed class BrowserAppTests
{
    [Fact]
    public async Task It_is_published_without_a_warning()
    {
        string folder = Directory.CreateTempSubdirectory("netgen-browser-").FullName;
        await PackageSources.Write(folder);
        File.Copy(Path.Join(AppContext.BaseDirectory, "App", "Training.cs"), Path.Join(folder, "Training.cs"));
        await File.WriteAllTextAsync(
            Path.Join(folder, "Program.cs"), "System.Console.WriteLine(App.Training.Run());", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Join(folder, "Page.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk.WebAssembly">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
                <CompressionEnabled>false</CompressionEnabled>
                <NuGetAudit>false</NuGetAudit>
                <RestorePackagesPath>packages</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="NetGen" Version="*-*" />
              </ItemGroup>
            </Project>
            """,
            TestContext.Current.CancellationToken);

        await Dotnet.Run(folder, ["publish", "-c", "Release", "-warnaserror", "-o", "site", "--disable-build-servers"]);

        Assert.NotEmpty(Directory.GetFiles(Path.Join(folder, "site", "wwwroot", "_framework"), "NetGen.Runtime*.wasm"));
        Directory.Delete(folder, recursive: true);
    }
}
