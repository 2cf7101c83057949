using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>A Mermaid flowchart, whose texts escape what is neither a letter nor a digit nor plain punctuation as <c>#code;</c>.</summary>
internal sealed class MermaidDrawing(NetworkInfo network) : GraphDrawing(network)
{
    protected override void Begin() => Line("flowchart TB");

    protected override void Finish()
    {
    }

    protected override void AddNode(string id, bool isEnd, params IEnumerable<string> lines)
    {
        string label = $"\"{string.Join("<br/>", lines.Select(Escape))}\"";
        Line(isEnd ? $"{id}([{label}])" : $"{id}[{label}]");
    }

    protected override void OpenFrame(string id, string title) => Line($"subgraph {id}[\"{Escape(title)}\"]");

    protected override void CloseFrame() => Line("end");

    protected override void Connect(string from, string to) => Line($"{from} --> {to}");

    // Markdown and HTML live in labels: letting through what is harmless is shorter than listing what is not.
    private static string Escape(string text)
    {
        StringBuilder escaped = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || " .,:+()→×·".Contains(rune.ToString(), StringComparison.Ordinal))
                escaped.Append(rune);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        }

        return escaped.ToString();
    }
}
