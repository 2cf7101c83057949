using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Emit;
using NetGen.Generator.Kernels;
using NetGen.Generator.Model;
using NetGen.Generator.Parsing;

namespace NetGen.Generator;

/// <summary>
/// The network compiler. What stands in the pipeline can be compared, so that an edit runs only what depends on it;
/// diagnostics cannot, since they keep the syntax trees they point into, and so have a branch of their own.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ImmutableArray<CompiledNetwork>> networks = Compile(context, LayerAttributes.Mlp).Collect()
            .Combine(Compile(context, LayerAttributes.Network).Collect())
            .Select(static (kinds, _) => kinds.Left.AddRange(kinds.Right));

        IncrementalValuesProvider<CompiledNetwork> files =
            networks.SelectMany(FileNames.MakeDistinct).WithTrackingName(PipelineStep.NetworkFiles);

        context.RegisterSourceOutput(
            files,
            static (output, network) =>
            {
                output.AddSource(network.HintName + FileNames.Ending, network.Source);
                if (network.Info is not null)
                    output.AddSource(network.HintName + FileNames.InfoEnding, network.Info);
                if (network.Fold is not null)
                    output.AddSource(network.HintName + FileNames.FoldEnding, network.Fold);
            });

        // A file of weights changes nothing but what names it.
        context.RegisterSourceOutput(
            files.Where(static network => network.Weights is not null)
                .Combine(FindWeights(context))
                .Select(static (pair, _) => TrainedFile(pair.Left, pair.Right))
                .WithTrackingName(PipelineStep.TrainedFiles),
            static (output, file) => output.AddSource(file.HintName, file.Source));

        IncrementalValueProvider<EquatableArray<Kernel>> kernels = networks
            .SelectMany(static (all, _) => all.SelectMany(static network => network.Kernels))
            .Collect()
            .Select(static (all, _) => all.Distinct().OrderBy(static kernel => kernel.Name, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(PipelineStep.Kernels);

        context.RegisterSourceOutput(
            kernels,
            static (output, used) =>
            {
                foreach ((string hintName, string source) in KernelEmitter.Emit(used))
                    output.AddSource(hintName, source);
            });
    }

    /// <summary>The files of weights, of which only the names matter here: the analyzer looks into them.</summary>
    private static IncrementalValueProvider<EquatableArray<WeightsFile>> FindWeights(IncrementalGeneratorInitializationContext context) =>
        context.AdditionalTextsProvider.Where(WeightsFiles.IsOne)
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, _) => WeightsFiles.Of(pair.Left, pair.Right))
            .Collect()
            .Select(static (all, _) => all.ToEquatableArray())
            .WithTrackingName(PipelineStep.WeightsFiles);

    private static (string HintName, string Source) TrainedFile(CompiledNetwork network, EquatableArray<WeightsFile> files)
    {
        WeightsRequest weights = network.Weights!;
        IReadOnlyList<WeightsFile> found = WeightsFiles.Find(files, weights.Path);
        string resource = found.Count == 1 && found[0].Resource is { } embedded ? embedded : weights.Path;
        return (network.HintName + FileNames.TrainedEnding, TrainedEmitter.Emit(weights.Type, resource));
    }

    /// <summary>The networks that are declared by one attribute.</summary>
    private static IncrementalValuesProvider<CompiledNetwork> Compile(IncrementalGeneratorInitializationContext context, string attribute)
    {
        IncrementalValuesProvider<ParsedNetwork> parsed = context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute, NetworkParser.MayDeclareNetwork, (network, cancellation) => NetworkParser.Parse(network, attribute, cancellation));

        context.RegisterSourceOutput(
            parsed.SelectMany(static (network, _) => network.Diagnostics).WithTrackingName(PipelineStep.Diagnostics),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic));

        return parsed
            .Where(static network => network.Declaration is not null)
            .Select(static (network, _) => network.Declaration!)
            .WithTrackingName(PipelineStep.Declarations)
            .SelectMany(NetworkCompiler.Compile)
            .WithTrackingName(PipelineStep.Networks);
    }
}
