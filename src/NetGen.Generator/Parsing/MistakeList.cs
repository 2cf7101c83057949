using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Model;
using NetGen.Generator.Writing;

namespace NetGen.Generator.Parsing;

/// <summary>What is wrong with a declaration, in the order in which it was found.</summary>
internal sealed class MistakeList
{
    private readonly List<Diagnostic> found = [];

    public IReadOnlyList<Diagnostic> Found => found;

    public int Count => found.Count;

    /// <summary>
    /// Adds a mistake. Its values are its properties too, by their places in the message, so that code fixes can calculate with them.
    /// </summary>
    public void Add(DiagnosticDescriptor descriptor, Location? location, params object[] values)
    {
        ImmutableDictionary<string, string?> properties = Enumerable.Range(0, values.Length)
            .ToImmutableDictionary(static place => Numbers.Literal(place), place => Property(values[place]));
        found.Add(Diagnostic.Create(descriptor, location, properties, [.. values.Select(Format)]));
    }

    // A fix of lengths that differ calculates with them.
    private static string? Property(object value) =>
        Convert.ToString(value is Shape shape ? shape.Width : value, CultureInfo.InvariantCulture);

    // The same on every machine, whatever its culture.
    private static string Format(object value) => value switch
    {
        float number => number.ToString(CultureInfo.InvariantCulture),
        IFormattable number => number.ToString("N0", CultureInfo.InvariantCulture),
        Shape shape => shape.Text,
        _ => (string)value,
    };
}
