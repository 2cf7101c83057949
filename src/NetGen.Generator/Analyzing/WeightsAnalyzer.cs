using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Judging;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;
using NetGen.Generator.Storage;

namespace NetGen.Generator.Analyzing;

/// <summary>Holds the file of weights that a network names against the network.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeightsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        DiagnosticDescriptors.WeightsNotFound, DiagnosticDescriptors.WeightsNotEmbedded, DiagnosticDescriptors.WeightsUnreadable,
        DiagnosticDescriptors.WeightsDiffer);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Check, SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;

        // Without an argument, or with one of another type, there is an error already.
        if (type.GetAttributes().FirstOrDefault(LayerAttributes.IsWeights) is not { ConstructorArguments.Length: 1 } weights
            || weights.ConstructorArguments[0].Kind == TypedConstantKind.Error
            || DeclaredNetwork.Of(type, context.CancellationToken) is not { } network)
            return;

        MistakeList mistakes = new();
        Check(
            network.Spec, WeightsFiles.PathOf(weights), FilesOf(context.Options),
            new AttributeArguments(weights, mistakes, context.CancellationToken).PositionalLocation, mistakes, context.CancellationToken);
        foreach (Diagnostic mistake in mistakes.Found)
            context.ReportDiagnostic(mistake);
    }

    private static WeightsFile[] FilesOf(AnalyzerOptions options) =>
    [
        .. options.AdditionalFiles.Where(WeightsFiles.IsOne)
            .Select(file => WeightsFiles.Of(file, options.AnalyzerConfigOptionsProvider)),
    ];

    private static void Check(
        NetworkSpec network, string path, WeightsFile[] files, Location? location, MistakeList mistakes, CancellationToken cancellation)
    {
        IReadOnlyList<WeightsFile> found = WeightsFiles.Find(files, path);
        if (found.Count == 0)
            mistakes.Add(
                DiagnosticDescriptors.WeightsNotFound, location, path, files.Length > 0 ? "only " + Names(files) : "none of weights",
                Advice(network, path, files, cancellation));
        else if (found.Count > 1)
            mistakes.Add(
                DiagnosticDescriptors.WeightsNotFound, location, path, Names(found), "more of its path tells it from the others");
        else if (found[0].Resource is null)
            mistakes.Add(DiagnosticDescriptors.WeightsNotEmbedded, location, found[0].Name);
        else
            CheckContent(network, found[0], location, mistakes, cancellation);
    }

    private static void CheckContent(
        NetworkSpec network, WeightsFile file, Location? location, MistakeList mistakes, CancellationToken cancellation)
    {
        (IReadOnlyDictionary<string, TensorShape>? tensors, string? problem) = WeightsHeader.Read(file);
        if (tensors is null)
        {
            mistakes.Add(DiagnosticDescriptors.WeightsUnreadable, location, problem!);
        }
        else if (Difference(network, tensors, cancellation) is { } difference)
        {
            mistakes.Add(DiagnosticDescriptors.WeightsDiffer, location, file.Name, network.Type.Title, difference);
        }
    }

    private static string Advice(NetworkSpec network, string path, WeightsFile[] files, CancellationToken cancellation)
    {
        WeightsFile[] fitting = [.. files.Where(file => Difference(network, WeightsHeader.Read(file).Tensors, cancellation) is null)];
        if (fitting.Length > 0)
            return $"{Names(fitting)} has the tensors of '{network.Type.Title}'";
        return path.Trim().Length == 0
            ? "a path ends with the name of a file, such as 'model.safetensors'"
            : $"<AdditionalFiles Include=\"{path.Replace("%", "%25").Replace(";", "%3B")}\" /> in the project file adds it";
    }

    private static string? Difference(
        NetworkSpec network, IReadOnlyDictionary<string, TensorShape>? tensors, CancellationToken cancellation) => tensors is null
        ? "unreadable"
        : NetworkTensors.FindDifference(
            network.Type.Title, StoredTensors.Of(network, cancellation), tensors, NetworkTensors.OptimizerPrefix);

    private static string Names(IEnumerable<WeightsFile> files) =>
        string.Join(", ", files.Select(static file => $"'{file.Name}'").OrderBy(static name => name, StringComparer.Ordinal));
}
