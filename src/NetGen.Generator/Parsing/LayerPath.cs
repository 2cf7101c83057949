using NetGen.Generator.Writing;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Where a layer stands, such as <c>0.17.1</c>, and the path that its parameters are named after, which differs where a block is shared.
/// </summary>
internal readonly record struct LayerPath(string Name, string Parameters)
{
    public LayerPath Inner(int index)
    {
        string number = Numbers.Literal(index);
        return new LayerPath(Join(Name, number), Join(Parameters, number));
    }

    private static string Join(string? outer, string inner) => string.IsNullOrEmpty(outer) ? inner : $"{outer}.{inner}";
}
