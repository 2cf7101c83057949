namespace NetGen.Generator.Model;

/// <summary>How to write another part of a declared type.</summary>
/// <param name="Namespace">Its namespace, empty for the global one.</param>
/// <param name="Containing">The headers of the types around it, outermost first, such as <c>partial class Outer&lt;T&gt;</c>.</param>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c> or <c>record struct</c>.</param>
/// <param name="Name">Its name without type parameters.</param>
/// <param name="TypeParameters">Its type parameters, such as <c>&lt;T&gt;</c>; empty where it has none.</param>
internal sealed record TypeSpec(string Namespace, EquatableArray<string> Containing, string Keyword, string Name, string TypeParameters)
{
    /// <summary>What the class of a folded network is called.</summary>
    public const string FoldedName = "Folded";

    /// <summary>The name of its generated file, the same for no other type of an assembly.</summary>
    public string HintName { get; init; } = "";

    /// <summary>Its name for people.</summary>
    public string Title { get; init; } = Name.TrimStart('@');

    /// <summary>The type in it that its folded network is.</summary>
    public TypeSpec ToFolded() => new(
        Namespace, Containing.Append($"partial {Keyword} {Name}{TypeParameters}").ToEquatableArray(), "class", FoldedName,
        TypeParameters: "")
    {
        HintName = $"{HintName}.{FoldedName}",
        Title = $"{Title}.{FoldedName}",
    };
}
