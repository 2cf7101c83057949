using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>Reads what a network attribute says of its inputs.</summary>
internal static class InputSignalParser
{
    public static InputSignal Parse(AttributeArguments arguments, MistakeList mistakes)
    {
        InputSignal input = new(arguments.ParseFinite("InputMean") ?? 0f, arguments.ParseFinite("InputStd") ?? 1f);
        if (input.Deviation is <= 0 and > float.NegativeInfinity)
            mistakes.Add(DiagnosticDescriptors.BadDeviation, arguments.LocationOf("InputStd"), input.Deviation);
        return input;
    }
}
