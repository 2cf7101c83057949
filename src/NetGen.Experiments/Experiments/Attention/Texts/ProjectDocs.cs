using NetGen.Experiments.Reporting;

namespace NetGen.Experiments.Attention;

/// <summary>The pages of this project's documentation, which travel in the assembly.</summary>
internal static class ProjectDocs
{
    /// <summary>What they are called where a text is chosen.</summary>
    public const string Name = "docs";

    public static string Read() => string.Join('\n', EmbeddedText.Names("docs/").Select(EmbeddedText.Read));
}
