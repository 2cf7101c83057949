namespace NetGen.Generator.Model;

/// <summary>A declared type, free of Roslyn types and equal to another when the same code is written for both.</summary>
/// <param name="Type">The type.</param>
/// <param name="Network">The network, or null where the declaration is wrong.</param>
/// <param name="Folds">Whether it asks for a folded network too.</param>
internal sealed record Declaration(TypeSpec Type, NetworkSpec? Network, bool Folds = false)
{
    /// <summary>The end of the path of its file of weights, or null where it has none.</summary>
    public string? Weights { get; init; }
}
