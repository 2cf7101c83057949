using System.Net;
using System.Text;
using NetGen.Plotting.Figures;
using NetGen.Plotting.Rendering;

namespace NetGen.Plotting;

/// <summary>
/// A page about a network: its layers, what the compiler expects of their start, and figures of what was seen in it. It needs no other
/// file, follows its reader's choice of light or dark, and shows values under the pointer.
/// </summary>
/// <example>
/// <code>
/// new NetworkReport(ResMlp.Info)
///     .Add(NetworkFigures.Losses(losses))
///     .Add(NetworkFigures.Gradients(statistics))
///     .Save("report.html");
/// </code>
/// </example>
public sealed class NetworkReport
{
    private readonly NetworkInfo network;
    private readonly List<(string Words, Figure? Figure)> parts = [];

    /// <summary>A page without figures.</summary>
    /// <param name="network">The network.</param>
    public NetworkReport(NetworkInfo network)
    {
        ArgumentNullException.ThrowIfNull(network);
        this.network = network;
    }

    /// <summary>Adds a figure at the end.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>This page.</returns>
    public NetworkReport Add(NetworkFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        // Two of a kind have different names on a page.
        parts.Add(("", figure.Figure with { Name = $"{figure.Figure.Name}-{parts.Count + 1}" }));
        return this;
    }

    /// <summary>Adds a paragraph at the end.</summary>
    /// <param name="words">Plain text.</param>
    /// <returns>This page.</returns>
    public NetworkReport Add(string words)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        parts.Add((words, null));
        return this;
    }

    /// <summary>The page.</summary>
    public string ToHtml()
    {
        StringBuilder page = new();
        page.Append(
            $"""
            {PageHead.Of(network.Name, EmbeddedFile.Read("network.css"))}
            <body>
            <main>
            <h1>{Encode(network.Name)}</h1>

            """);
        foreach ((string words, Figure? figure) in parts)
            page.Append(figure is null ? $"<p>{Encode(words)}</p>\n" : Drawing(figure));
        page.Append(
            $"""
            <h2>Layers</h2>
            <pre tabindex="0">{Encode(network.Summary())}</pre>
            <h2>What the compiler expects of the start</h2>
            <pre tabindex="0">{Encode(network.SignalTable())}</pre>
            </main>
            </body>
            </html>

            """);
        return page.ToString();
    }

    /// <summary>Writes the page.</summary>
    /// <param name="path">The file, which is replaced where it exists.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is empty.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        File.WriteAllText(path, ToHtml());
    }

    private static string Drawing(Figure figure) =>
        $"""
        <figure>
        <h2>{Encode(figure.Title)}</h2>
        <p class="quiet">{Encode(figure.Subtitle)}</p>
        {PagePanels.Of(figure)}<figcaption>{Encode(figure.Caption)}</figcaption>
        </figure>

        """;

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
