using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Reads the layers on a class, and those of the blocks they place, in the order in which they are written. Lengths are followed from the
/// input to the output; what does not fit is reported where it is written, with the way that leads there from the network.
/// </summary>
internal sealed class LayerParser(MistakeList mistakes, CancellationToken cancellation)
{
    /// <summary>Each pass has a call for every layer: beyond this many, generated files are megabytes.</summary>
    public const int MaxLayers = 4096;

    private readonly List<string> path = [];
    private readonly List<INamedTypeSymbol> open = [];
    private readonly List<AttributeArguments> placed = [];
    private readonly SharedBlocks shared = new(mistakes);
    private IAssemblySymbol? assembly;
    private Shape shape = Shape.Example(1);
    private int layerCount;
    private bool frozen;
    private bool trains;

    /// <summary>The layers that were read, as numbers.</summary>
    public LayerSizes Sizes { get; } = new();

    /// <summary>Whether something is missing that the C# compiler asks for by itself, so that what was read says little.</summary>
    public bool IsUnfinished { get; private set; }

    /// <summary>Reads the layers of a network.</summary>
    /// <param name="network">Its class.</param>
    /// <param name="attribute">Its network attribute.</param>
    /// <param name="example">The shape of an input.</param>
    public EquatableArray<LayerSpec> Parse(INamedTypeSymbol network, AttributeArguments attribute, Shape example)
    {
        assembly = network.ContainingAssembly;
        shape = example;
        path.Add(network.Name);
        EquatableArray<LayerSpec> layers = ParseLayers(network, default, attribute);
        if (!trains && !IsUnfinished && mistakes.Count == 0)
            mistakes.Add(DiagnosticDescriptors.NothingTrained, attribute.Location, network.Name);
        return layers;
    }

    private EquatableArray<LayerSpec> ParseLayers(INamedTypeSymbol type, LayerPath outer, AttributeArguments place)
    {
        ImmutableArray<LayerSpec>.Builder layers = ImmutableArray.CreateBuilder<LayerSpec>();
        bool isHere = SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly);
        SyntaxNode? part = null;
        int index = 0;
        IsUnfinished |= type.GetAttributes().Any(static attribute => attribute.AttributeClass is null or { TypeKind: TypeKind.Error });
        foreach (AttributeData attribute in type.GetAttributes().Where(LayerAttributes.IsLayer))
        {
            cancellation.ThrowIfCancellationRequested();
            AttributeArguments arguments = new(attribute, mistakes, cancellation, place, isHere);
            if (mistakes.Count > 0 || InAnotherPart(arguments, type, ref part))
                break;

            path.Add(LayerAttributes.Display(attribute));
            LayerPath own = outer.Inner(index++);
            foreach (LayerSpec layer in ParseLayer(attribute, arguments, own))
                layers.Add(layer);
            path.RemoveAt(path.Count - 1);
        }

        return layers.ToImmutable();
    }

    private IEnumerable<LayerSpec> ParseLayer(AttributeData attribute, AttributeArguments arguments, LayerPath own)
    {
        switch (LayerAttributes.KindOf(attribute))
        {
            case "Use":
                return ParseBlocks(attribute, arguments, [own]);
            case "Repeat":
                IsUnfinished |= arguments.GetPositional<int>() is null;
                return arguments.ParsePositionalSize("count") is int count && Fits(count, arguments)
                    ? ParseBlocks(attribute, arguments, [.. Enumerable.Range(0, count).Select(own.Inner)], isRepeated: true)
                    : [];
            case "Parallel":
                return ParseParallel(attribute, arguments, own);
            case null:
                mistakes.Add(DiagnosticDescriptors.UnknownLayer, arguments.Location, attribute.AttributeClass!.Name, Path());
                return [];
            case var kind:
                if (!Fits(1, arguments))
                    return [];
                layerCount++;
                if (kind == "Identity")
                    return [];
                LayerPlace place = new(own.Name, shape, Path);
                if (shape.Vocabulary > 0 != (kind == "Embedding"))
                    Reject(
                        place, kind == "Embedding" ? "tokens in front of Embedding" : $"Embedding in front of {kind}", arguments.Location);
                else if (SimpleLayerParser.Parse(kind, arguments, place, mistakes) is { } layer)
                    return [Add(layer, own)];
                IsUnfinished = true;
                return [];
        }
    }

    private LayerSpec Add(LayerSpec layer, LayerPath own)
    {
        Shape input = shape;
        shape = layer.ShapeBehind(input);
        trains |= !frozen && layer.HasParameters;
        Sizes.Add(layer, input, shape, own.Parameters);
        return layer with { ParameterPath = own.Parameters, Frozen = frozen };
    }

    private List<LayerSpec> ParseBlocks(
        AttributeData attribute, AttributeArguments arguments, IReadOnlyList<LayerPath> places, bool isRepeated = false)
    {
        string display = path[path.Count - 1];
        List<LayerSpec> blocks = [];
        ShortcutSpec? shortcut = ShortcutParser.Parse(arguments, mistakes);
        for (int repetition = 0; repetition < places.Count; repetition++)
        {
            Shape input = shape;
            if (isRepeated)
                path[path.Count - 1] = $"{display.Substring(0, display.LastIndexOf('('))} #{Numbers.Literal(repetition + 1)}";
            bool isLast = repetition == places.Count - 1;
            ShortcutSpec? own = shortcut is null ? null : shortcut with { Repetition = repetition, IsLast = isLast };
            if (ParseBlock(attribute, 0, arguments, places[repetition], own) is not { } block)
                break;
            blocks.Add(block);
            CheckShortcut(arguments, shortcut, new LayerPlace(places[repetition].Name, input, Path));
        }

        return blocks;
    }

    private IEnumerable<LayerSpec> ParseParallel(AttributeData attribute, AttributeArguments arguments, LayerPath own)
    {
        Shape input = shape;
        ShortcutSpec? shortcut = ShortcutParser.Parse(arguments, mistakes);
        List<BlockSpec> branches = [];
        List<Shape> shapes = [];
        for (int branch = 0; branch < attribute.AttributeClass!.TypeArguments.Length; branch++)
        {
            shape = input;
            if (ParseBlock(attribute, branch, arguments, own.Inner(branch), shortcut: null) is not { } block)
                return [];
            branches.Add(block);
            shapes.Add(shape);
        }

        LayerPlace place = new(own.Name, input, Path);
        if (shapes.Exists(static branch => branch.Vocabulary > 0) && !IsUnfinished)
            Reject(place, "Embedding in front of Parallel", arguments.Location);
        else if (shapes.Find(other => other != shapes[0]) is { } another && !IsUnfinished)
            mistakes.Add(DiagnosticDescriptors.ParallelWidths, arguments.Location, shapes[0], another, Path());
        CheckShortcut(arguments, shortcut, place);
        return [new ParallelSpec(own.Name, branches.ToEquatableArray(), shortcut) { ParameterPath = own.Parameters, Frozen = frozen }];
    }

    private BlockSpec? ParseBlock(
        AttributeData attribute, int argument, AttributeArguments arguments, LayerPath own, ShortcutSpec? shortcut)
    {
        ITypeSymbol block = attribute.AttributeClass!.TypeArguments[argument];
        IsUnfinished |= block.TypeKind == TypeKind.Error;
        if (mistakes.Count > 0 || IsUnfinished)
            return null;

        Location? location = arguments.LocationOfType(argument);
        if (block is not INamedTypeSymbol type || !type.GetAttributes().Any(LayerAttributes.IsBlock))
        {
            string name = block.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            mistakes.Add(DiagnosticDescriptors.NotABlock, location, name, Path());
            return null;
        }

        if (open.Contains(type, SymbolEqualityComparer.Default))
        {
            mistakes.Add(DiagnosticDescriptors.RecursiveBlock, location, type.Name, Path());
            return null;
        }

        if (!type.GetAttributes().Any(LayerAttributes.IsLayer))
        {
            mistakes.Add(DiagnosticDescriptors.EmptyBlock, location, type.Name, Path());
            return null;
        }

        bool around = frozen;
        frozen |= arguments.Get<bool>("Frozen") ?? false;
        LayerPath inner = arguments.Get<bool>("Shared") ?? false ? shared.Place(type, own, shape, frozen, arguments, Path) : own;
        open.Add(type);
        placed.Add(arguments);
        EquatableArray<LayerSpec> layers = ParseLayers(type, inner, arguments);
        placed.RemoveAt(placed.Count - 1);
        open.RemoveAt(open.Count - 1);
        frozen = around;
        return new BlockSpec(own.Name, layers, shortcut, type.Name)
        {
            Class = TypeParser.FullName(type),
            ParameterPath = own.Parameters,
            Frozen = frozen,
        };
    }

    private void CheckShortcut(AttributeArguments arguments, ShortcutSpec? shortcut, LayerPlace place)
    {
        if (shortcut is null || IsUnfinished || mistakes.Count > 0)
            return;
        Location? location = arguments.LocationOfFirst("Residual", "Shortcut");
        Shape input = place.Input;
        if (input.Vocabulary > 0)
        {
            Reject(place, "Embedding in front of a shortcut", location);
            return;
        }

        bool canProject = shortcut.Kind != ShortcutKind.Streams && input.StrideTo(shape) is not null;
        if (input != shape && !(shortcut.Projects && canProject))
        {
            string projected = canProject ? ", or Projection = true" : "";
            mistakes.Add(DiagnosticDescriptors.ResidualWidths, location, input, shape, Path(), projected);
        }

        trains |= !frozen && (shortcut.HasParameters || shortcut.Projects && input != shape);
        Sizes.Add(shortcut, input, shape);
    }

    // Tokens are no numbers to calculate with, and numbers no tokens.
    private void Reject(LayerPlace place, string expected, Location? location) =>
        mistakes.Add(DiagnosticDescriptors.TokensAsNumbers, location, expected, place.Found, Path());

    // A block in a block in a block multiplies: what is too much is said before it is written out. Every repetition has a layer at least.
    private bool Fits(int more, AttributeArguments arguments)
    {
        if (layerCount + (long)more <= MaxLayers)
            return true;
        Location? location = (placed.Count > 0 ? placed[0] : arguments).Location;
        mistakes.Add(DiagnosticDescriptors.TooDeep, location, $"the number of layers ({Path()})", MaxLayers, layerCount + (long)more);
        return false;
    }

    // The order of layers in several parts would depend on the order of files.
    private bool InAnotherPart(AttributeArguments arguments, INamedTypeSymbol type, ref SyntaxNode? part)
    {
        SyntaxNode? own = arguments.Declaration;
        if (part is not null && own is not null && own != part)
        {
            mistakes.Add(DiagnosticDescriptors.LayersInSeveralParts, arguments.Location, type.Name);
            return true;
        }

        part ??= own;
        return false;
    }

    private string Path() => string.Join(" / ", path);
}
