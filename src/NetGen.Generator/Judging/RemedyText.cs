using System.Collections.Immutable;

namespace NetGen.Generator;

/// <summary>Remedies as the properties of a diagnostic, which hold nothing but text: by number the title, and the edits, a line each.</summary>
internal static class RemedyText
{
    public static ImmutableDictionary<string, string?> Write(IReadOnlyList<Remedy> remedies) => Enumerable.Range(0, remedies.Count)
        .ToImmutableDictionary(static number => CodeWriter.Literal(number), number => (string?)string.Join("\n", [remedies[number].Title, .. remedies[number].Edits.Select(static edit => edit.ToString())]));

    public static IEnumerable<(string Title, IReadOnlyList<AttributeEdit> Edits)> Read(ImmutableDictionary<string, string?> properties)
    {
        for (int number = 0; properties.TryGetValue(CodeWriter.Literal(number), out string? text); number++)
        {
            string[] lines = text!.Split('\n');
            yield return (lines[0], [.. lines.Skip(1).Select(AttributeEdit.Parse)]);
        }
    }
}
