namespace NetGen.Generator;

/// <summary>Reads what goes around a placed block. Its defaults are those of the attribute's properties.</summary>
internal static class ShortcutParser
{
    private const int DefaultStreams = 4;

    public static ShortcutSpec? Parse(AttributeArguments arguments, MistakeList mistakes)
    {
        const string None = "None";
        string kind = arguments.ParseMember("Shortcut", None);
        bool? residual = arguments.Get<bool>("Residual");
        if (kind != None && residual is false)
            mistakes.Add(DiagnosticDescriptors.ShortcutArgument, arguments.LocationOf("Residual"), $"Residual = true, or none, beside Shortcut.{kind}", "Residual = false");
        if (kind == None && residual is true)
            kind = ShortcutSpec.Identity;

        float? factor = arguments.ParseFinite("ShortcutFactor");
        int streams = arguments.ParseSize("StreamCount", DefaultStreams);
        bool projects = arguments.Get<bool>("Projection") ?? false;
        if (factor is not null && kind is not ("Scaled" or "ReZero" or "LayerScale" or "DeepNorm"))
            Reject("ShortcutFactor", "Shortcut.Scaled, ReZero, LayerScale or DeepNorm");
        if (arguments.Get<int>("StreamCount") is not null && kind != "Streams")
            Reject("StreamCount", "Shortcut.Streams");
        if (projects && (kind is None or "Streams"))
            Reject("Projection", kind == None ? "Residual = true, or a Shortcut," : "another Shortcut than Streams, all of which have one length,");
        return kind == None ? null : new ShortcutSpec(kind, factor, projects) { Streams = kind == "Streams" ? streams : 0 };

        void Reject(string argument, string expected) => mistakes.Add(
            DiagnosticDescriptors.ShortcutArgument, arguments.LocationOf(argument), $"{expected} beside {argument}", kind == None ? "none" : "Shortcut." + kind);
    }
}
