using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using NetGen.Generator;

namespace NetGen.Experiments.Declaring;

/// <summary>
/// Networks that are declared while the program runs: the network compiler and the C# compiler behind it, called as libraries.
/// </summary>
internal static class NetworkCompilation
{
    private static readonly Lazy<ImmutableArray<MetadataReference>> references = new(static () =>
    [
        .. from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
           where Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location)
               || Path.GetFileName(path) is "NetGen.Runtime.dll" or "System.Numerics.Tensors.dll"
           select MetadataReference.CreateFromFile(path),
    ]);

    /// <summary>What the declarations and the code generated for them use: the platform and NetGen.</summary>
    public static ImmutableArray<MetadataReference> References => references.Value;

    /// <summary>
    /// The language that declarations are written in: the newest that the referenced compiler knows. Of C# 14, the language of .NET 10,
    /// Roslyn 4.14 has a preview.
    /// </summary>
    public static CSharpParseOptions Language { get; } = new(LanguageVersion.Preview);

    /// <summary>A library, with optimisation.</summary>
    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>Compiles declarations into one assembly, with optimisation, and loads it.</summary>
    /// <param name="sources">Files of C#, each with a declaration or several.</param>
    /// <param name="stop">Stops it.</param>
    /// <param name="at">Is told which compiler is at work.</param>
    /// <returns>The assembly, and how many characters of C# the network compiler has written for it.</returns>
    /// <exception cref="InvalidOperationException">A declaration is wrong.</exception>
    public static (Assembly Networks, long GeneratedLength) Compile(
        IReadOnlyList<string> sources, CancellationToken stop, Action<string>? at = null)
    {
        at?.Invoke("the network compiler");
        (Compilation complete, ImmutableArray<Diagnostic> reported) = Generate(Declared(sources, stop), stop);
        at?.Invoke("the C# compiler");
        return (Load(complete, reported, stop), complete.SyntaxTrees.Skip(sources.Count).Sum(static file => (long)file.Length));
    }

    /// <summary>Declarations with the code that the network compiler writes for them, as an editor has them.</summary>
    /// <param name="sources">Files of C#, each with a declaration or several.</param>
    /// <param name="stop">Stops it.</param>
    public static Compilation Open(IReadOnlyList<string> sources, CancellationToken stop) =>
        Generate(Declared(sources, stop), stop).Complete;

    /// <summary>Has the network compiler write its code beside declarations.</summary>
    /// <returns>Both, and what the network compiler says of the declarations.</returns>
    public static (Compilation Complete, ImmutableArray<Diagnostic> Reported) Generate(Compilation declared, CancellationToken stop)
    {
        CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator()], parseOptions: Language)
            .RunGeneratorsAndUpdateCompilation(declared, out Compilation complete, out ImmutableArray<Diagnostic> reported, stop);
        return (complete, reported);
    }

    /// <summary>Compiles and loads declarations with their code.</summary>
    /// <param name="complete">Both.</param>
    /// <param name="reported">What the network compiler said.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="InvalidOperationException">A declaration is wrong.</exception>
    public static Assembly Load(Compilation complete, IEnumerable<Diagnostic> reported, CancellationToken stop)
    {
        using MemoryStream image = new();
        EmitResult emitted = complete.Emit(image, cancellationToken: stop);
        IEnumerable<Diagnostic> diagnostics = reported.Concat(emitted.Diagnostics);
        if (diagnostics.FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            string message = error.GetMessage(CultureInfo.InvariantCulture);
            throw new InvalidOperationException(
                $"Expected declarations that compile, but got {message} ({error.Id} at {error.Location.GetLineSpan()}).");
        }

        return Assembly.Load(image.ToArray());
    }

    private static CSharpCompilation Declared(IReadOnlyList<string> sources, CancellationToken stop) => CSharpCompilation.Create(
        "Networks",
        sources.Select(source => CSharpSyntaxTree.ParseText(source, Language, cancellationToken: stop)),
        References,
        Options);
}
