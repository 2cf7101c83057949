using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Reads the weight norm of a product. Its defaults are those of the attribute's properties.</summary>
internal static class GainParser
{
    public static GainSpec? Parse(AttributeArguments arguments, LayerPlace place, MistakeList mistakes)
    {
        float? start = arguments.ParseFinite("InitialGain");
        if (arguments.Get<bool>("WeightNorm") ?? false)
            return new GainSpec(start);
        if (start is not null)
            mistakes.Add(
                DiagnosticDescriptors.UselessArgument, arguments.LocationOf("InitialGain"), "WeightNorm = true beside InitialGain",
                "a weight without a gain", place.Path());
        return null;
    }
}
