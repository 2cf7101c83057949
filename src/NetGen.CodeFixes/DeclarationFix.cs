using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes;

/// <summary>A fix of a declaration. It changes text and not syntax, so that layout and comments stay as the user wrote them.</summary>
internal abstract class DeclarationFix(params DiagnosticDescriptor[] fixable) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } =
        fixable.Select(static descriptor => descriptor.Id).ToImmutableArray();

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SemanticModel model = (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false))!;
        SyntaxNode root = await model.SyntaxTree.GetRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Fix fix in Find(root.FindNode(diagnostic.Location.SourceSpan), diagnostic, model, context))
            {
                if (await HelpsAsync(fix, diagnostic, context.Document, context.CancellationToken).ConfigureAwait(false))
                {
                    string key = $"{GetType().Name} {diagnostic.Id} {fix.Kind}";
                    context.RegisterCodeFix(
                        CodeAction.Create(fix.Title, _ => Task.FromResult(fix.Apply(context.Document.Project.Solution)), key), diagnostic);
                }
            }
        }
    }

    /// <summary>The fixes of what is reported at a node; empty where no fix is right.</summary>
    protected abstract IEnumerable<Fix> Find(SyntaxNode place, Diagnostic diagnostic, SemanticModel model, CodeFixContext context);

    /// <summary>Whether a fix that was found is offered: a look at the whole solution as it would be.</summary>
    protected virtual Task<bool> HelpsAsync(Fix fix, Diagnostic diagnostic, Document document, CancellationToken cancellation) =>
        Task.FromResult(true);

    /// <param name="Title">What the user reads.</param>
    /// <param name="Changes">What becomes of the files' texts.</param>
    protected sealed record Fix(string Title, IEnumerable<(SyntaxTree File, TextChange Change)> Changes)
    {
        /// <summary>Tells it from other fixes of the same mistake. To fix all is to fix all in this way.</summary>
        public string Kind { get; init; } = "";

        public Solution Apply(Solution solution) => Changes
            .GroupBy(static edit => edit.File, static edit => edit.Change)
            .Aggregate(solution, static (edited, file) =>
                edited.WithDocumentText(edited.GetDocumentId(file.Key)!, file.Key.GetText().WithChanges(file)));
    }
}
