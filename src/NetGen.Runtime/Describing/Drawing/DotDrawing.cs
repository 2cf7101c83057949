namespace NetGen;

/// <summary>A graph in the DOT language of Graphviz, whose texts are quoted strings in which HTML entities count.</summary>
internal sealed class DotDrawing(NetworkInfo network) : GraphDrawing(network)
{
    protected override void Begin()
    {
        Line($"digraph {Quote(Name)} {{");
        Line("    node [shape=box]");
    }

    protected override void Finish() => Line("}");

    protected override void AddNode(string id, bool isEnd, params IEnumerable<string> lines) =>
        Line($"{id} [label={Quote([.. lines])}{(isEnd ? ", shape=oval" : "")}]");

    // Graphviz draws a frame around subgraphs whose names begin like this.
    protected override void OpenFrame(string id, string title) => Line($"subgraph cluster_{id} {{ label={Quote(title)}");

    protected override void CloseFrame() => Line("}");

    protected override void Connect(string from, string to) => Line($"{from} -> {to}");

    private static string Quote(params string[] lines) => $"\"{string.Join(@"\n", lines.Select(Escape))}\"";

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal);
}
