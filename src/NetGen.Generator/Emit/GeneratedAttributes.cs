namespace NetGen.Generator.Emit;

/// <summary>
/// The attributes of generated members: analyzers and measurements of coverage leave them alone. Debuggers still step into them.
/// </summary>
internal static class GeneratedAttributes
{
    private static readonly string Tool = $"\"NetGen\", \"{typeof(GeneratedAttributes).Assembly.GetName().Version.ToString(3)}\"";

    /// <summary>For a class in a namespace of the compiler's own, with the namespaces of both.</summary>
    public static readonly string Short = $"[GeneratedCode({Tool}), ExcludeFromCodeCoverage]";

    /// <summary>For a member of a user's class.</summary>
    public static readonly string Full =
        $"[global::System.CodeDom.Compiler.GeneratedCode({Tool}), global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]";
}
