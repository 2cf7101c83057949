using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>Reads an <c>[Mlp]</c> attribute. Its defaults are those of the attribute's properties.</summary>
internal sealed class MlpParser(AttributeArguments arguments)
{
    public const string AttributeName = "NetGen.MlpAttribute";

    /// <summary>A line a layer in each pass: beyond this, generated files are megabytes.</summary>
    public const int MaxDepth = 4096;

    private readonly List<Diagnostic> mistakes = [];

    /// <summary>What is wrong with the arguments; the declaration is of use only where nothing is.</summary>
    public IReadOnlyList<Diagnostic> Mistakes => mistakes;

    public static bool IsMlp(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() == AttributeName;

    /// <param name="network">The name of the network, for messages.</param>
    public MlpDeclaration Parse(string network)
    {
        int width = ParseSize("Width", 64);
        MlpDeclaration mlp = new(
            ParseDepth(), width, ParseSize("Input", width), ParseSize("Output", width),
            arguments.Get<bool>("Residual") ?? false,
            ParseMember("Activation", "ReLU"),
            ParseMember("Init", "KaimingNormal"),
            ParseInitScale(),
            arguments.Get<bool>("Bias") ?? true);

        // Sizes that are wrong one by one say nothing of their product.
        if (mistakes.Count == 0)
            CheckSlabs(mlp, network);
        return mlp;
    }

    private int ParseDepth()
    {
        int depth = ParseSize("Depth", 2);
        if (depth > MaxDepth)
            Report("Depth", DiagnosticDescriptors.TooDeep, MaxDepth, depth);
        return depth;
    }

    private int ParseSize(string name, int otherwise)
    {
        if (arguments.Get<int>(name) is not { } size)
            return otherwise;
        if (size < 1)
            Report(name, DiagnosticDescriptors.BelowOne, name, size);
        return size;
    }

    private float ParseInitScale()
    {
        float scale = arguments.Get<float>("InitScale") ?? 1f;
        if (float.IsNaN(scale) || float.IsInfinity(scale))
            Report("InitScale", DiagnosticDescriptors.InitScaleNotFinite, scale);
        return scale;
    }

    private string ParseMember(string name, string otherwise)
    {
        if (arguments.GetEnum(name) is not var (type, value))
            return otherwise;
        List<IFieldSymbol> members = [.. type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue)];
        if (members.Find(member => value.Equals(member.ConstantValue)) is { } found)
            return found.Name;
        Report(name, DiagnosticDescriptors.UndefinedMember, name, string.Join(", ", members.Select(static member => member.Name)), value);
        return otherwise;
    }

    private void CheckSlabs(MlpDeclaration mlp, string network)
    {
        (string Content, string Need, decimal Length)[] slabs =
        [
            ("parameters", "need", SlabSize.Parameters(mlp)),
            ("activations", "need about", SlabSize.Activations(mlp)),
        ];
        (string content, string need, decimal length) = slabs.FirstOrDefault(static slab => slab.Length > SlabSize.MaxLength);
        if (content is not null)
            Report(null, DiagnosticDescriptors.SlabTooLarge, SlabSize.MaxLength, content, network, need, length);
    }

    private void Report(string? argument, DiagnosticDescriptor descriptor, params object[] values)
    {
        Location? location = argument is null ? arguments.Location : arguments.LocationOf(argument);
        mistakes.Add(Diagnostic.Create(descriptor, location, [.. values.Select(Format)]));
    }

    // The same on every machine, whatever its culture.
    private static string Format(object value) => value switch
    {
        float number => number.ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => (string)value,
    };
}
