using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetGen.Plotting.Rendering;

namespace NetGen.Experiments.Reporting;

/// <summary>Writes a report as one page that needs nothing else: figures, style and script are in it.</summary>
internal static partial class HtmlReport
{
    public static string Write(Report report) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="icon" href="data:,">
        <title>{Encode(report.Title)}</title>
        <style>
        {SvgFigure.StyleSheet}{EmbeddedText.Read("report.css")}</style>
        </head>
        <body>
        <main>
        <h1>{Encode(report.Title)}</h1>
        <p class="question">{Encode(report.Question)}</p>
        <p class="answer">{Encode(report.Answer)}</p>
        {Join(report.Results.Prepend(report.Setup), Write)}
        {Join(report.Passages, static passage => $"<section><h2>{Encode(passage.Head)}</h2><p class=\"passage\">{Encode(passage.Text)}</p></section>")}
        <section><h2>Figures</h2>
        {Join(report.Figures.AsParallel().AsOrdered().Select(Write), static drawn => drawn)}
        </section>
        {Join(report.Findings.GroupBy(static finding => finding.Standing).OrderBy(static group => group.Key), Write)}
        <section><h2>What the quantities mean</h2><ul>
        {Join(report.Conventions, static convention => $"<li>{Encode(convention)}</li>")}
        </ul></section>
        </main>
        <div id="tip" hidden></div>
        <script>
        {EmbeddedText.Read("report.js")}</script>
        </body>
        </html>

        """;

    private static string Write(Table table) => $"""
        <section><h2>{Encode(table.Title)}</h2><div class="scroll"><table>
        <thead><tr>{Join(table.Columns, static cell => $"<th>{Unbroken(cell)}</th>")}</tr></thead>
        <tbody>
        {Join(table.Rows, static row => $"<tr>{Join(row, static cell => $"<td>{Unbroken(cell)}</td>")}</tr>")}
        </tbody>
        </table></div></section>
        """;

    private static string Write(Figure figure) => $"""
        <figure id="{figure.Name}">
        <h3>{Encode(figure.Title)}</h3>
        <p class="subtitle">{Encode(figure.Subtitle)}</p>
        {Parts("wide", figure, narrow: false)}
        {Parts("narrow", figure, narrow: true)}
        <figcaption>{Encode(figure.Caption)}</figcaption>
        </figure>
        """;

    /// <summary>The panels of a figure, for screens on which they stand side by side, or in one column.</summary>
    private static string Parts(string style, Figure figure, bool narrow)
    {
        (IReadOnlyList<XElement> panels, IReadOnlyList<XElement> keys) = SvgFigure.Parts(figure, narrow);
        return $"<div class=\"{style}\"><div class=\"panels\" style=\"--columns: {figure.Columns}\">{Join(panels, Write)}</div>{Join(keys, Write)}</div>";
    }

    private static string Write(XElement drawing) => drawing.ToString(SaveOptions.DisableFormatting);

    private static string Write(IGrouping<Standing, Finding> group) => $"""
        <section><h2>{group.Key.Head()}</h2><ul class="findings {group.Key}">
        {Join(group, static finding => $"<li><strong>{Encode(finding.Claim)}</strong> {Encode(finding.Evidence)}</li>")}
        </ul></section>
        """;

    /// <summary>The text of a cell, whose lines break between words and ranges only: not at the minus of 1e-3.</summary>
    private static string Unbroken(string cell) => string.Join(' ', Pieces().Matches(cell).Select(static piece => $"<span>{Encode(piece.Value)}</span>"));

    [GeneratedRegex(@"\[[^\]]*\],?|\S+")]
    private static partial Regex Pieces();

    private static string Join<T>(IEnumerable<T> items, Func<T, string> write) => string.Join('\n', items.Select(write));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
