namespace NetGen.Generator.Judging;

/// <summary>A change of a declaration's text.</summary>
/// <param name="Attribute">The number of the attribute among those of the declaration.</param>
internal abstract record AttributeEdit(int Attribute)
{
    /// <summary>A named argument that is given a value.</summary>
    public sealed record Argument(int Attribute, string Name, string Value) : AttributeEdit(Attribute);

    /// <summary>A layer in front of the attribute.</summary>
    public sealed record Insertion(int Attribute, string Layer) : AttributeEdit(Attribute);

    /// <summary>A layer, with its arguments, in place of the attribute.</summary>
    public sealed record Replacement(int Attribute, string Layer, string Arguments) : AttributeEdit(Attribute);
}
