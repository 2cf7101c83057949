using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Tests;

/// <summary>Programs that say why they are slow.</summary>
public sealed class SlowProgramTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("netgen-slow-").FullName;

    // Where PublishAot is set, as in every file-based app, dynamic code counts as unsupported in builds too, under the just-in-time
    // compiler.
    [Theory]
    [InlineData(OptimizationLevel.Debug, true, "Slow is compiled without optimisation")]
    [InlineData(OptimizationLevel.Debug, false, "Slow is compiled without optimisation")]
    [InlineData(OptimizationLevel.Release, false, "")]
    public async Task A_program_without_optimisation_says_so(OptimizationLevel optimization, bool dynamicCode, string note)
    {
        CSharpCompilationOptions options = new(OutputKind.ConsoleApplication, optimizationLevel: optimization);
        GeneratorRun run = GeneratorRun.Over(options, """
            using NetGen;
            new Net(seed: 1).CreateTrainer(new Adam(1e-3f), Loss.MeanSquaredError, batchSize: 4);
            [Mlp(Width = 4)] internal sealed partial class Net;
            """);
        Assert.True(run.Output.WithAssemblyName("Slow")
            .Emit(Path.Join(folder, "Slow.dll"), cancellationToken: TestContext.Current.CancellationToken).Success);
        File.Copy(typeof(NetworkInfo).Assembly.Location, Path.Join(folder, "NetGen.Runtime.dll"));
        File.Copy(typeof(System.Numerics.Tensors.TensorPrimitives).Assembly.Location, Path.Join(folder, "System.Numerics.Tensors.dll"));
        await File.WriteAllTextAsync(Path.Join(folder, "Slow.runtimeconfig.json"), $$"""
            {
              "runtimeOptions": {
                "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" },
                "configProperties": {
                  "System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported": {{(dynamicCode ? "true" : "false")}}
                }
              }
            }
            """, TestContext.Current.CancellationToken);

        using Process process = Process.Start(
            new ProcessStartInfo("dotnet", [Path.Join(folder, "Slow.dll")]) { RedirectStandardError = true })!;
        string written = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Equal(note, written.Split("NetGen: ")[^1].Split(',')[0]);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
