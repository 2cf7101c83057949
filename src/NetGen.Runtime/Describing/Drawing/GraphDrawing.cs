using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>
/// The graph of a network as text: a node for each layer, a frame around what is repeated, an edge for each vector that is handed on.
/// </summary>
internal abstract class GraphDrawing(NetworkInfo network)
{
    private readonly StringBuilder text = new();
    private int depth;
    private int frames;

    public string Draw()
    {
        FoldedLayers folded = new(network.Layers);
        Begin();
        depth++;
        End("input", network.InputShape);
        foreach (FoldedItem item in folded.Items)
            Add(item);
        End("output", network.OutputShape);
        foreach ((int from, int to) in folded.Lines)
            Connect(from < 0 ? "input" : Id(from), Id(to));
        Connect(Id(folded.DrawnFor(network.Layers.Length - 1)), "output");
        depth--;
        Finish();
        return text.ToString();
    }

    /// <summary>The network's name.</summary>
    protected string Name => network.Name;

    protected abstract void Begin();

    protected abstract void Finish();

    /// <param name="id">Its name in edges.</param>
    /// <param name="isEnd">Whether it is an end of the network and not a layer.</param>
    /// <param name="lines">What is written on it.</param>
    protected abstract void AddNode(string id, bool isEnd, params IEnumerable<string> lines);

    protected abstract void OpenFrame(string id, string title);

    protected abstract void CloseFrame();

    protected abstract void Connect(string from, string to);

    protected void Line(string line) => text.Append(' ', 4 * depth).Append(line).Append('\n');

    private static string Id(int layer) => string.Create(CultureInfo.InvariantCulture, $"layer{layer}");

    private void End(string id, ImmutableArray<int> shape) => AddNode(id, isEnd: true, $"{id} · {ShapeText.Of(shape.AsSpan())}");

    private void Add(FoldedItem item)
    {
        switch (item)
        {
            case FoldedItem.Layer(int first, int last):
                LayerInfo layer = network.Layers[first];
                string shapes = $"{ShapeText.Of(layer.InputShape.AsSpan())} → {ShapeText.Of(layer.OutputShape.AsSpan())}";
                string parameters = layer.Parameters == 0
                    ? ""
                    : string.Create(CultureInfo.InvariantCulture, $" · parameters: {layer.Parameters:N0}");
                AddNode(
                    Id(first),
                    isEnd: false,
                    first == last ? layer.Name : $"{layer.Name} .. {network.Layers[last].Name}",
                    layer.Operation,
                    shapes + parameters);
                break;

            case FoldedItem.Repetition(int count, { } items):
                OpenFrame(
                    string.Create(CultureInfo.InvariantCulture, $"repeated{frames++}"),
                    string.Create(CultureInfo.InvariantCulture, $"{count:N0} ×"));
                depth++;
                foreach (FoldedItem inner in items)
                    Add(inner);
                depth--;
                CloseFrame();
                break;

            default:
                throw new InvalidOperationException($"{item} has no drawing.");
        }
    }
}
