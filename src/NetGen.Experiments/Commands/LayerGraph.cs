namespace NetGen.Experiments.Commands;

/// <summary>The graph of a network's layers, in the languages of two programs that draw it.</summary>
internal static class LayerGraph
{
    public static IReadOnlyList<string> Languages { get; } = ["mermaid", "dot"];

    public static string Draw(NetworkInfo network, string language) => language == "dot" ? network.ToDot() : network.ToMermaid();
}
