using System.Diagnostics;

namespace NetGen.Package.Tests;

/// <summary>A fresh project that gets the package from a folder, in a temporary folder that goes with it.</summary>
public sealed class Consumer : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("netgen-package-").FullName;

    /// <summary>A network whose parameters lie in the program.</summary>
    internal App.Network Weights { get; } = new(seed: 7);

    public async ValueTask InitializeAsync()
    {
        foreach (string file in Directory.GetFiles(Path.Join(AppContext.BaseDirectory, "App")))
            File.Copy(file, Path.Join(folder, Path.GetFileName(file)));
        await PackageSources.Write(folder);
        string models = Directory.CreateDirectory(Path.Join(folder, "models")).FullName;
        Weights.Save(Path.Join(models, "trained #1; 100%.safetensors"));
        await Dotnet.Run(folder, ["build", "-c", "Release", "-warnaserror", "--disable-build-servers"]);
    }

    /// <summary>Restores the project for another framework, beside what is built.</summary>
    public async Task<(int ExitCode, string Output)> TryRestore(string framework) => await Dotnet.TryRun(
        folder,
        // No packs of the framework itself, which the machine may not have.
        [
            "restore", $"-p:TargetFramework={framework}", $"-p:MSBuildProjectExtensionsPath={framework}/",
            "-p:DisableImplicitFrameworkReferences=true", "-p:IsAotCompatible=false",
        ]);

    /// <summary>The lines that the program writes.</summary>
    public async Task<string[]> Run()
    {
        // The file of weights is not asked for: they lie in the assembly.
        string elsewhere = Directory.CreateDirectory(Path.Join(folder, "elsewhere")).FullName;
        return (await Dotnet.Run(elsewhere, [Path.Join(folder, "bin", "Release", "net10.0", "App.dll")])).Split(Environment.NewLine);
    }

    /// <summary>Compiles the program ahead of time, for this machine.</summary>
    /// <returns>The lines that it writes then.</returns>
    public async Task<string[]> RunNative()
    {
        string native = Path.Join(folder, "native");
        await Dotnet.Run(
            folder, ["publish", "-c", "Release", "-p:PublishAot=true", "-warnaserror", "-o", native, "--disable-build-servers"]);
        using Process process = Process.Start(
            new ProcessStartInfo(Path.Join(native, "App")) { WorkingDirectory = native, RedirectStandardOutput = true })!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.Trim().Split(Environment.NewLine);
    }

    /// <summary>The value of a property of the project.</summary>
    public async Task<string> Property(string name, string runtime, params (string Name, string Value)[] environment) =>
        await Dotnet.Run(folder, ["msbuild", $"-getProperty:{name}", $"-p:RuntimeIdentifier={runtime}"], environment);

    /// <summary>The names of the files that the network compiler wrote.</summary>
    public IEnumerable<string?> GeneratedFiles() =>
        Directory.GetFiles(
            Path.Join(folder, "obj", "Release", "net10.0", "generated", "NetGen.Generator"), "*.g.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileName);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
