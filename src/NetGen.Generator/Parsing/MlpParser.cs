using System.Globalization;
using Microsoft.CodeAnalysis;

namespace NetGen.Generator;

/// <summary>Reads an <c>[Mlp]</c> attribute. Its defaults are those of the attribute's properties.</summary>
internal static class MlpParser
{
    public const string AttributeName = "NetGen.MlpAttribute";

    /// <summary>A line a layer in each pass: beyond this, generated files are megabytes.</summary>
    public const int MaxDepth = 4096;

    public static bool IsMlp(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() == AttributeName;

    /// <returns>The declaration, or nothing where there are mistakes in its numbers.</returns>
    public static MlpDeclaration? Parse(AttributeArguments arguments, string network, List<Diagnostic> mistakes)
    {
        int before = mistakes.Count;
        int width = Size("Width", 64);
        MlpDeclaration mlp = new(
            Size("Depth", 2), width, Size("Input", width), Size("Output", width),
            arguments.Get<bool>("Residual") ?? false,
            Member("Activation", "ReLU"),
            Member("Init", "KaimingNormal"),
            arguments.Get<float>("InitScale") ?? 1f,
            arguments.Get<bool>("Bias") ?? true);

        if (mlp.Depth > MaxDepth)
            Report("Depth", DiagnosticDescriptors.TooDeep, MaxDepth, mlp.Depth);
        if (float.IsNaN(mlp.InitScale) || float.IsInfinity(mlp.InitScale))
            Report("InitScale", DiagnosticDescriptors.InitScaleNotFinite, mlp.InitScale);
        if (mistakes.Count == before)
            CheckSlabs();
        return mistakes.Count == before ? mlp : null;

        int Size(string name, int otherwise)
        {
            if (arguments.Get<int>(name) is not { } size)
                return otherwise;
            if (size < 1)
                Report(name, DiagnosticDescriptors.BelowOne, name, size);
            return size;
        }

        string Member(string name, string otherwise)
        {
            if (arguments.GetEnum(name) is not var (type, value))
                return otherwise;
            List<IFieldSymbol> members = [.. type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue)];
            if (members.Find(member => value.Equals(member.ConstantValue)) is { } found)
                return found.Name;
            Report(name, DiagnosticDescriptors.UndefinedMember, name, string.Join(", ", members.Select(static member => member.Name)), value);
            return otherwise;
        }

        void CheckSlabs()
        {
            decimal parameters = SlabSize.Parameters(mlp);
            decimal activations = SlabSize.Activations(mlp);
            if (parameters > int.MaxValue)
                ReportSlab("parameters", parameters);
            else if (activations > int.MaxValue)
                ReportSlab("activations", activations);
        }

        void ReportSlab(string what, decimal length) => mistakes.Add(Diagnostic.Create(
            DiagnosticDescriptors.SlabTooLarge, arguments.Location, Number(int.MaxValue), what, network, Number(length)));

        void Report(string name, DiagnosticDescriptor descriptor, params object[] values) =>
            mistakes.Add(Diagnostic.Create(descriptor, arguments.LocationOf(name), [.. values.Select(Number)]));
    }

    private static string Number(object value) => value is IFormattable number
        ? number.ToString(value is float ? null : "N0", CultureInfo.InvariantCulture)
        : (string)value;
}
