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
                $"<AdditionalFiles Include=\"{path.Replace("%", "%25").Replace(";", "%3B")}\" /> in the project file adds it");
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
        else if (NetworkTensors.FindDifference(
            network.Type.Title, StoredTensors.Of(network, cancellation), tensors, NetworkTensors.OptimizerPrefix) is { } difference)
        {
            mistakes.Add(DiagnosticDescriptors.WeightsDiffer, location, file.Name, network.Type.Title, difference);
        }
    }

    private static string Names(IEnumerable<WeightsFile> files) =>
        string.Join(", ", files.Select(static file => $"'{file.Name}'").OrderBy(static name => name, StringComparer.Ordinal));
}
