namespace NetGen.Generator.Judging;

/// <summary>A change of a declaration's text.</summary>
/// <param name="Attribute">The number of the attribute among those of the declaration.</param>
/// <param name="Argument">The named argument that is given a value; empty where a layer is put in front of the attribute.</param>
/// <param name="Text">The value, or the layer.</param>
internal sealed record AttributeEdit(int Attribute, string Argument, string Text);
