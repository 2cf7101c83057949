using System.Diagnostics;
using System.Reflection;

namespace NetGen.Package.Tests;

/// <summary>A fresh project that gets the package from a folder, in a temporary folder that goes with it.</summary>
public sealed class Consumer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("netgen-package-").FullName;

    public async ValueTask InitializeAsync()
    {
        foreach (string file in Directory.GetFiles(Path.Join(AppContext.BaseDirectory, "App")))
            File.Copy(file, Path.Join(folder, Path.GetFileName(file)));
        await File.WriteAllTextAsync(Path.Join(folder, "NuGet.Config"), Sources());
        await Dotnet(["build", "-c", "Release", "-warnaserror", "--disable-build-servers"]);
    }

    /// <summary>What the program writes.</summary>
    public async Task<string> Run() => await Dotnet([Path.Join("bin", "Release", "net10.0", "App.dll")]);

    /// <summary>The value of a property of the project.</summary>
    public async Task<string> Property(string name, string runtime, params (string Name, string Value)[] environment) =>
        await Dotnet(["msbuild", $"-getProperty:{name}", $"-p:RuntimeIdentifier={runtime}"], environment);

    /// <summary>The names of the files that the network compiler wrote.</summary>
    public IEnumerable<string?> GeneratedFiles() =>
        Directory.GetFiles(Path.Join(folder, "obj", "Release", "net10.0", "generated", "NetGen.Generator"), "*.g.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileName);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    // A package cache is laid out as a source. It may hold a NetGen too, which is not the one to be tested.
    private static string Sources() =>
        $"""
        <configuration>
          <packageSources>
            <clear />
            <add key="packed" value="{Path.GetDirectoryName(Package.File)}" />
            <add key="cache" value="{Cache}" />
          </packageSources>
          <packageSourceMapping>
            <clear />
            <packageSource key="packed"><package pattern="NetGen" /></packageSource>
            <packageSource key="cache"><package pattern="*" /></packageSource>
          </packageSourceMapping>
        </configuration>
        """;

    private static string Cache => typeof(Consumer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static entry => entry.Key == "PackageCache").Value!;

    private async Task<string> Dotnet(IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{output}");
        return output.Trim();
    }
}
