using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator;

/// <summary>
/// Reads the layers on a class, and those of the blocks they place, in the order in which they are written. Lengths are followed from the input to
/// the output; what does not fit is reported where it is written, with the way that leads there from the network.
/// </summary>
internal sealed class LayerParser(MistakeList mistakes, CancellationToken cancellation)
{
    /// <summary>A line a layer in each pass: beyond this, generated files are megabytes.</summary>
    public const int MaxLayers = 4096;

    private readonly List<string> path = [];
    private readonly List<INamedTypeSymbol> open = [];
    private readonly List<LinearSize> linears = [];
    private int width;
    private int layerCount;

    /// <summary>The Linear layers that were read, as numbers.</summary>
    public IReadOnlyList<LinearSize> Linears => linears;

    /// <summary>The length of an output vector.</summary>
    public int OutputWidth => width;

    /// <summary>Reads the layers of a network.</summary>
    /// <param name="network">Its class.</param>
    /// <param name="attribute">Its network attribute.</param>
    /// <param name="inputWidth">The length of an input vector.</param>
    public EquatableArray<LayerSpec> Parse(INamedTypeSymbol network, AttributeArguments attribute, int inputWidth)
    {
        width = inputWidth;
        path.Add(network.Name);
        EquatableArray<LayerSpec> layers = ParseLayers(network, prefix: "", attribute);
        if (linears.Count == 0 && mistakes.Count == 0)
            mistakes.Add(DiagnosticDescriptors.NoLinear, attribute.Location, network.Name);
        return layers;
    }

    private EquatableArray<LayerSpec> ParseLayers(INamedTypeSymbol type, string prefix, AttributeArguments place)
    {
        ImmutableArray<LayerSpec>.Builder layers = ImmutableArray.CreateBuilder<LayerSpec>();
        SyntaxNode? part = null;
        int index = 0;
        foreach (AttributeData attribute in type.GetAttributes().Where(LayerAttributes.IsLayer))
        {
            cancellation.ThrowIfCancellationRequested();
            AttributeArguments arguments = new(attribute, mistakes, cancellation, place);
            if (mistakes.Count > 0 || InAnotherPart(arguments, type, ref part))
                break;

            path.Add(LayerAttributes.Display(attribute));
            layers.AddRange(ParseLayer(attribute, arguments, prefix + CodeWriter.Literal(index++)));
            path.RemoveAt(path.Count - 1);
        }

        return layers.ToImmutable();
    }

    private IEnumerable<LayerSpec> ParseLayer(AttributeData attribute, AttributeArguments arguments, string name)
    {
        string kind = attribute.AttributeClass!.Name;
        switch (kind)
        {
            case "LinearAttribute":
                return ParseLinear(arguments, name);
            case "UseAttribute":
                return ParseBlocks(attribute, arguments, [name]);
            case "RepeatAttribute":
                return arguments.ParsePositionalSize("count") is int count && Fits(count, arguments)
                    ? ParseBlocks(attribute, arguments, Enumerable.Range(0, count).Select(i => $"{name}.{CodeWriter.Literal(i)}"))
                    : [];
            case "ParallelAttribute":
                return ParseParallel(attribute, arguments, name);
            default:
                return Take(arguments) ? [new ActivationSpec(name, LayerAttributes.ActivationOf(kind))] : [];
        }
    }

    private IEnumerable<LayerSpec> ParseLinear(AttributeArguments arguments, string name)
    {
        if (arguments.ParsePositionalSize("outputs") is not int outputs || !Take(arguments))
            return [];
        bool bias = arguments.Get<bool>("Bias") ?? true;
        linears.Add(new LinearSize(width, outputs, bias, 1));
        width = outputs;
        return [new LinearSpec(name, outputs, bias, arguments.ParseMember("Init", "KaimingNormal"), arguments.ParseInitScale())];
    }

    private List<LayerSpec> ParseBlocks(AttributeData attribute, AttributeArguments arguments, IEnumerable<string> names)
    {
        List<LayerSpec> blocks = [];
        foreach (string name in names)
        {
            int input = width;
            if (ParseBlock(attribute, 0, arguments, name, arguments.Get<bool>("Residual") ?? false) is not { } block)
                break;
            blocks.Add(block);
            CheckResidual(arguments, input);
        }

        return blocks;
    }

    private IEnumerable<LayerSpec> ParseParallel(AttributeData attribute, AttributeArguments arguments, string name)
    {
        int input = width;
        List<BlockSpec> branches = [];
        List<int> widths = [];
        for (int branch = 0; branch < attribute.AttributeClass!.TypeArguments.Length; branch++)
        {
            width = input;
            if (ParseBlock(attribute, branch, arguments, $"{name}.{CodeWriter.Literal(branch)}", residual: false) is not { } block)
                return [];
            branches.Add(block);
            widths.Add(width);
        }

        if (widths.Distinct().Count() > 1)
            mistakes.Add(DiagnosticDescriptors.ParallelWidths, arguments.Location, widths[0], widths[1], Path());
        CheckResidual(arguments, input);
        return [new ParallelSpec(name, branches.ToEquatableArray(), arguments.Get<bool>("Residual") ?? false)];
    }

    private BlockSpec? ParseBlock(AttributeData attribute, int argument, AttributeArguments arguments, string name, bool residual)
    {
        if (mistakes.Count > 0 || attribute.AttributeClass!.TypeArguments[argument] is not INamedTypeSymbol { TypeKind: not TypeKind.Error } type)
            return null;

        Location? location = arguments.LocationOfType(argument);
        if (!type.GetAttributes().Any(LayerAttributes.IsBlock))
        {
            mistakes.Add(DiagnosticDescriptors.NotABlock, location, type.Name, Path());
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

        open.Add(type);
        BlockSpec block = new(name, ParseLayers(type, name + ".", arguments), residual, type.Name);
        open.RemoveAt(open.Count - 1);
        return block;
    }

    private void CheckResidual(AttributeArguments arguments, int input)
    {
        if (arguments.Get<bool>("Residual") is true && input != width && mistakes.Count == 0)
            mistakes.Add(DiagnosticDescriptors.ResidualWidths, arguments.LocationOf("Residual"), input, width, Path());
    }

    private bool Take(AttributeArguments arguments)
    {
        bool fits = Fits(1, arguments);
        layerCount++;
        return fits;
    }

    // A block in a block in a block multiplies: what is too much is said before it is written out. Every repetition has a layer at least.
    private bool Fits(int more, AttributeArguments arguments)
    {
        if (layerCount + (long)more <= MaxLayers)
            return true;
        mistakes.Add(DiagnosticDescriptors.TooDeep, arguments.Location, "the number of layers", MaxLayers, layerCount + (long)more);
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
