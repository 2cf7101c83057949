using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Experiments.Declaring;

/// <summary>What a compiler or an analyzer says of declarations, and the code fixes that it has for it.</summary>
/// <param name="Diagnostic">What it says.</param>
/// <param name="Fixes">The code fixes.</param>
internal sealed record Remark(Diagnostic Diagnostic, IReadOnlyList<OfferedFix> Fixes)
{
    private const string Indent = "    ";

    public bool IsError => Diagnostic.Severity == DiagnosticSeverity.Error;

    /// <summary>
    /// Where, what, the line with a mark beneath the place, the page that tells more, and the lines that each code fix writes.
    /// </summary>
    public override string ToString() => string.Join(Environment.NewLine, Lines());

    private IEnumerable<string> Lines()
    {
        FileLinePositionSpan place = Diagnostic.Location.GetLineSpan();
        string where = Diagnostic.Location.IsInSource
            ? $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): "
            : "";
        string message = Diagnostic.GetMessage(CultureInfo.InvariantCulture);
        yield return $"{where}{(IsError ? "error" : "warning")} {Diagnostic.Id}: {message}";
        if (Diagnostic.Location.SourceTree is { } file)
        {
            TextLine line = file.GetText().Lines[place.StartLinePosition.Line];
            yield return $"{Indent}{line}";
            yield return $"{Indent}{Mark(line, Diagnostic.Location.SourceSpan)}";
        }

        if (Diagnostic.Id.StartsWith("NETGEN", StringComparison.Ordinal))
            yield return $"{Indent}help: docs/diagnostics/{Diagnostic.Id}.md";
        foreach (OfferedFix fix in Fixes)
        {
            yield return $"{Indent}fix: {fix.Title}";
            foreach (string written in fix.Lines)
                yield return $"{Indent}{Indent}{written}";
        }
    }

    /// <summary>Blanks up to the place, and a caret beneath each of its characters that are on the line.</summary>
    private static string Mark(TextLine line, TextSpan place)
    {
        string before = line.ToString()[..(place.Start - line.Start)];
        int marked = Math.Max(1, Math.Min(place.End, line.End) - place.Start);
        return string.Concat(before.Select(static c => c == '\t' ? c : ' ')) + new string('^', marked);
    }
}
