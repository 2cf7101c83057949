using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Parsing;

namespace NetGen.CodeFixes;

/// <summary>An attribute that places blocks.</summary>
internal sealed class PlacedBlocks(AttributeData attribute)
{
    /// <summary>What it places.</summary>
    public ImmutableArray<INamedTypeSymbol> Blocks { get; } =
        attribute.AttributeClass!.TypeArguments.OfType<INamedTypeSymbol>().ToImmutableArray();

    /// <summary>The kind of its residual connection, a member of the runtime's <c>Shortcut</c>.</summary>
    public string Shortcut { get; } =
        new AttributeArguments(attribute, new MistakeList(), CancellationToken.None).ParseMember("Shortcut", "None");

    /// <summary>The attribute that is written at a node or around it.</summary>
    public static PlacedBlocks? At(SyntaxNode place, SemanticModel model)
    {
        if (place.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent.Parent: TypeDeclarationSyntax part } syntax)
            return null;
        AttributeData? attribute = model.GetDeclaredSymbol(part)?.GetAttributes()
            .FirstOrDefault(attribute => attribute.ApplicationSyntaxReference?.GetSyntax() == syntax);
        return attribute is null ? null : new PlacedBlocks(attribute);
    }
}
