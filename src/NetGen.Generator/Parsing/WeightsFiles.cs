using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Generator.Model;

namespace NetGen.Generator.Parsing;

/// <summary>The files of weights of a project: its additional files that end with <c>.safetensors</c>.</summary>
internal static class WeightsFiles
{
    private const string Ending = ".safetensors";

    // What NetGen.targets says of such a file, when it embeds it.
    private const string ResourceOption = "build_metadata.AdditionalFiles.NetGenResource";

    /// <summary>Whether an additional file is one.</summary>
    public static bool IsOne(AdditionalText file) => file.Path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase);

    /// <param name="file">An additional file.</param>
    /// <param name="options">What the build says of it.</param>
    public static WeightsFile Of(AdditionalText file, AnalyzerConfigOptionsProvider options) => new(
        file.Path,
        options.GetOptions(file).TryGetValue(ResourceOption, out string? resource) && resource.Length > 0 ? resource : null);

    /// <summary>The path that a <c>[Weights]</c> attribute asks for.</summary>
    public static string PathOf(AttributeData weights) =>
        weights.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string path } ? path : "";

    /// <summary>
    /// The files whose paths end with one that is asked for, or the one whose whole path from the project's folder it is.
    /// </summary>
    public static IReadOnlyList<WeightsFile> Find(IEnumerable<WeightsFile> files, string asked)
    {
        string path = asked.Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal))
            path = path.Substring(2);
        WeightsFile[] found =
            [.. files.Where(file => file.Name == path || path.Length > 0 && file.Name.EndsWith("/" + path, StringComparison.Ordinal))];
        return Array.Find(found, file => file.Name == path) is { } whole ? [whole] : found;
    }
}
