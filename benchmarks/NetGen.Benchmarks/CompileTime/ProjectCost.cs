using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace NetGen.Benchmarks.CompileTime;

/// <summary>What the generator costs in a project.</summary>
/// <param name="Cold">The first run of a new driver.</param>
/// <param name="Comment">A run after a comment was written in a file without a network.</param>
/// <param name="OtherClass">A run after a class that has nothing to do with networks was changed.</param>
/// <param name="Depth">A run after a network was made deeper.</param>
/// <param name="KernelBytes">The generated files of kernels, as UTF-8.</param>
/// <param name="NetworkBytes">The generated files of networks, as UTF-8.</param>
/// <param name="EmitWithout">The C# compiler on the project's own files, parsed already.</param>
/// <param name="EmitWith">The C# compiler on the project's own files and the generated ones, parsed already.</param>
internal sealed record ProjectCost(
    Timing Cold, Timing Comment, Timing OtherClass, Timing Depth, long KernelBytes, long NetworkBytes, Timing EmitWithout, Timing EmitWith)
{
    public static ProjectCost Measure(Project project, int runs, int emits)
    {
        CSharpCompilation opened = project.Open();
        GeneratorDriver driver = Project.CreateDriver().RunGenerators(opened);
        ImmutableArray<GeneratedSourceResult> files = FilesOf(driver);
        string[] texts = [.. files.Select(static file => file.SourceText.ToString())];
        ILookup<bool, int> bytes = files.ToLookup(
            static file => file.HintName.StartsWith("NetGen-Kernels", StringComparison.Ordinal),
            static file => Encoding.UTF8.GetByteCount(file.SourceText.ToString()));

        // A driver never changes: every run starts from what it knew then.
        return new ProjectCost(
            Timing.Of(runs, () => project.Open(), static compilation => Project.CreateDriver().RunGenerators(compilation)),
            Timing.Of(runs, () => Project.AddComment(opened), compilation => driver.RunGenerators(compilation)),
            Timing.Of(runs, () => Project.ChangeOtherClass(opened), compilation => driver.RunGenerators(compilation)),
            Timing.Of(runs, () => project.ChangeDepth(opened), compilation => driver.RunGenerators(compilation)),
            bytes[true].Sum(),
            bytes[false].Sum(),
            Timing.Of(emits, () => project.Open(), Emit),
            Timing.Of(emits, () => project.Open(texts), Emit));
    }

    private static ImmutableArray<GeneratedSourceResult> FilesOf(GeneratorDriver driver)
    {
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        return result.Exception is null && result.Diagnostics.IsEmpty
            ? result.GeneratedSources
            : throw new InvalidOperationException(
                $"Expected networks that the generator takes, got: {result.Exception}{string.Join("; ", result.Diagnostics)}");
    }

    private static void Emit(CSharpCompilation compilation)
    {
        EmitResult result = compilation.Emit(Stream.Null);
        if (!result.Success)
            throw new InvalidOperationException($"Expected a project that compiles, got: {string.Join("; ", result.Diagnostics)}");
    }
}
