using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graphs;
using NetGen.Generator.Judging;
using NetGen.Generator.Passes;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Analyzing;

/// <summary>Finds networks that cost more than their budget, and the layer of each that costs most.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BudgetAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(
            DiagnosticDescriptors.OverBudget, DiagnosticDescriptors.BelowOne, DiagnosticDescriptors.UselessArgument);

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
        if (type.GetAttributes().FirstOrDefault(LayerAttributes.IsBudget) is not { } budget
            || !type.GetAttributes().Any(LayerAttributes.IsNetwork))
            return;

        MistakeList mistakes = new();
        Check(new AttributeArguments(budget, mistakes, context.CancellationToken), type, mistakes, context.CancellationToken);
        foreach (Diagnostic mistake in mistakes.Found)
            context.ReportDiagnostic(mistake);
    }

    private static void Check(AttributeArguments budget, INamedTypeSymbol type, MistakeList mistakes, CancellationToken cancellation)
    {
        if (budget.IsEmpty)
        {
            string limits = string.Join(", ", Expense.All.Select(static expense => expense.Property));
            mistakes.Add(DiagnosticDescriptors.UselessArgument, budget.Location, $"a limit ({limits})", "none in [Budget]", type.Name);
        }

        DeclaredNetwork? network = DeclaredNetwork.Of(type, cancellation);
        foreach (Expense expense in Expense.All)
        {
            if (budget.Get<long>(expense.Property) is not { } limit)
                continue;
            if (limit < 1)
            {
                mistakes.Add(DiagnosticDescriptors.BelowOne, budget.LocationOf(expense.Property), expense.Property, limit);
            }
            else if (network is not null && expense.Of(network.Spec, cancellation) is var cost && cost.Total > limit)
            {
                Layer most = StartingNetwork.Of(network.Spec, cancellation).Forward.Layers[cost.Most];
                mistakes.Add(
                    DiagnosticDescriptors.OverBudget, budget.LocationOf(expense.Property), limit, expense.Unit, type.Name, cost.Total,
                    most.Name, most.Operation, cost.Layers[cost.Most]);
            }
        }
    }
}
