using System.Text.RegularExpressions;

namespace NetGen.Docs.Tests;

/// <summary>A piece of C# in a page.</summary>
/// <param name="Page">The path of the page in the repository.</param>
/// <param name="Line">The line that it begins in, from 1.</param>
/// <param name="Context">What is there around it, by the name that a comment in front of it gives, or that of the page.</param>
/// <param name="Text">The C#.</param>
internal sealed partial record Snippet(string Page, int Line, string Context, string Text)
{
    private static readonly string[] folders =
        ["", "docs", "src/NetGen.Runtime/Packaging", "src/NetGen.Data", "src/NetGen.Onnx", "src/NetGen.Plotting"];

    /// <summary>
    /// Every piece of C# in the pages for users. What is wrong on purpose stands in those of diagnostics, which have tests of their own.
    /// </summary>
    public static IReadOnlyList<Snippet> All { get; } =
    [
        .. folders
            .SelectMany(static folder => Directory.GetFiles(Path.Join(Repository.Folder, folder), "*.md"))
            .Order(StringComparer.Ordinal)
            .SelectMany(static path => Of(Path.GetRelativePath(Repository.Folder, path), File.ReadAllText(path))),
    ];

    public override string ToString() => $"{Page}, line {Line}";

    private static IEnumerable<Snippet> Of(string page, string text) => Fence().Matches(text).Select(match => new Snippet(
        page,
        text.AsSpan(0, match.Index).Count('\n') + 1,
        match.Groups["context"].Success ? match.Groups["context"].Value : "vectors",
        match.Groups["text"].Value));

    [GeneratedRegex(@"(?:<!-- in the context of (?<context>\w+) -->\n+)?```csharp\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
