namespace NetGen.Generator.Emit;

/// <summary>Layers in a row under one name.</summary>
internal static class LayerRange
{
    /// <summary>A name such as <c>layers.0 .. 19</c>, or the name of the one layer.</summary>
    public static string Name(string first, string last) =>
        first == last ? first
        : Parent(first) == Parent(last) ? $"{first} .. {last.Substring(last.LastIndexOf('.') + 1)}"
        : $"{first} .. {last}";

    /// <summary>The name of what a layer is part of; empty for one that stands in the network itself.</summary>
    public static string Parent(string name) => name.Substring(0, Math.Max(0, name.LastIndexOf('.')));
}
