using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzing;

/// <summary>
/// Finds networks of one output that are to be trained by softmax cross-entropy, which the trainer would refuse when the program runs.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CrossEntropyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(DiagnosticDescriptors.CrossEntropyOfOne);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName("NetGen.NetworkExtensions") is { } extensions
                && start.Compilation.GetTypeByMetadataName("NetGen.SoftmaxCrossEntropy") is { } crossEntropy)
                start.RegisterOperationAction(call => Check(call, extensions, crossEntropy), OperationKind.Invocation);
        });
    }

    private static void Check(OperationAnalysisContext context, INamedTypeSymbol extensions, INamedTypeSymbol crossEntropy)
    {
        var call = (IInvocationOperation)context.Operation;
        IMethodSymbol method = call.TargetMethod;
        if (method is not { Name: "CreateTrainer", TypeArguments.Length: 3 } || !Same(method.ContainingType, extensions)
            || !Same(method.TypeArguments[2], crossEntropy) || method.TypeArguments[0] is not INamedTypeSymbol network)
            return;

        // A class that derives from a network is trained as that network.
        while (network.BaseType is { } ancestor && !network.GetAttributes().Any(LayerAttributes.IsNetwork))
            network = ancestor;
        if (NetworkSketch.Of(network, context.CancellationToken) is { Network.Output.Width: 1 })
        {
            IArgumentOperation argument = call.Arguments.First(static argument => argument.Parameter?.Name == "loss");
            context.ReportDiagnostic(
                Diagnostic.Create(DiagnosticDescriptors.CrossEntropyOfOne, argument.Syntax.GetLocation(), network.Name));
        }
    }

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
