using NetGen.Generator.Diagnostics;
using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Parsing;

/// <summary>Reads what goes around a placed block. Its defaults are those of the attribute's properties.</summary>
internal static class ShortcutParser
{
    // More would mix more numbers than they carry.
    private const int MaxStreams = 64;

    private const int DefaultStreams = 4;

    public static ShortcutSpec? Parse(AttributeArguments arguments, MistakeList mistakes)
    {
        string named = arguments.ParseMember("Shortcut", "None");
        bool isNamed = Enum.TryParse(named, out ShortcutKind kind);
        bool? residual = arguments.Get<bool>("Residual");
        if (residual is { } asked && arguments.IsGiven("Shortcut") && asked != isNamed)
            Reject("Residual", $"Residual = {Text(isNamed)}, or none, beside Shortcut.{named}", $"Residual = {Text(asked)}");

        bool exists = isNamed || residual is true;
        float? factor = arguments.ParseFinite("ShortcutFactor");
        int streams = arguments.ParseSize("StreamCount", DefaultStreams);
        bool projects = arguments.Get<bool>("Projection") ?? false;
        string found = isNamed ? "Shortcut." + named : exists ? "Residual = true" : "no shortcut";
        bool hasFactor = kind is ShortcutKind.Scaled or ShortcutKind.ReZero or ShortcutKind.LayerScale or ShortcutKind.DeepNorm;
        if (factor is not null && !(exists && hasFactor))
            Reject("ShortcutFactor", "Shortcut.Scaled, ReZero, LayerScale or DeepNorm beside ShortcutFactor", found);
        if (arguments.IsGiven("StreamCount") && !(exists && kind == ShortcutKind.Streams))
            Reject("StreamCount", "Shortcut.Streams beside StreamCount", found);
        if (streams > MaxStreams)
            Reject("StreamCount", $"at most {MaxStreams} streams", Numbers.Literal(streams));
        if (projects && !exists)
            Reject("Projection", "Residual = true or a Shortcut beside Projection", found);
        if (projects && exists && kind == ShortcutKind.Streams)
            Reject("Projection", "no Projection beside Shortcut.Streams, whose streams have one length", "Projection = true");
        return exists ? new ShortcutSpec(kind, factor, projects) { Streams = kind == ShortcutKind.Streams ? streams : 0 } : null;

        static string Text(bool value) => value ? "true" : "false";

        void Reject(string argument, string expected, string instead) =>
            mistakes.Add(DiagnosticDescriptors.ShortcutArgument, arguments.LocationOf(argument), expected, instead);
    }
}
