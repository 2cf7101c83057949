using System.Net;
using System.Text.RegularExpressions;
using NetGen.Plotting.Rendering;

namespace NetGen.Experiments.Reporting;

/// <summary>
/// Writes a report as one page that needs no other file: figures, style and script are in it. The answer comes first, two figures next,
/// then findings, each beside its figure, then all figures, and tables folded away.
/// </summary>
internal static partial class HtmlReport
{
    public static string Write(Report report, IReadOnlyDictionary<string, PageFigure> drawings)
    {
        (Figure Figure, int Number)[] figures = [.. report.NumberedFigures.Select(static (figure, index) => (figure, index + 1))];
        int leading = report.LeadingFigures.Count;
        return $"""
            {PageHead.Of(report.Title, EmbeddedText.Read("report.css"))}
            <body>
            <a class="skip" href="#answer">Skip to the answer</a>
            {Contents(report, figures[leading..])}
            <main>
            <h1>{Encode(report.Title)}</h1>
            <p class="question">{Encode(report.Question)}</p>
            <p class="answer" id="answer" tabindex="-1">{Prose(report.Answer)}</p>
            <section id="first-figures" aria-label="The two leading figures">
            {Join(figures[..leading], figure => Write(figure.Figure, figure.Number, drawings))}
            </section>
            {Findings(report, drawings)}
            {Passages(report)}
            <section id="figures"><h2>All figures</h2>
            {Lead(leading)}
            {Join(figures[leading..], figure => Write(figure.Figure, figure.Number, drawings))}
            </section>
            <section id="tables"><h2>Tables</h2>
            {Join(report.Tables.Index(), static table => Write(table.Item, table.Index + 1))}
            </section>
            <section id="quantities"><h2>What the quantities mean</h2><ul class="words">
            {Join(report.Conventions, static convention => $"<li>{Encode(convention)}</li>")}
            </ul></section>
            </main>
            <div id="tip" role="status" hidden></div>
            <script>
            {EmbeddedText.Read("report.js")}</script>
            </body>
            </html>

            """;
    }

    private static string Contents(Report report, IReadOnlyList<(Figure Figure, int Number)> others) => $"""
        <nav aria-label="Contents"><details open><summary>Contents</summary>
        <ul>
        <li><a href="#answer">Answer</a></li>
        <li><a href="#first-figures">First figures</a></li>
        {If(report.Findings.Count > 0, "<li><a href=\"#findings\">Findings</a></li>")}
        {If(report.Passages.Count > 0, "<li><a href=\"#words\">In words</a></li>")}
        <li><a href="#figures">All figures</a><ol start="{report.LeadingFigures.Count + 1}">
        {Join(others, static figure => $"<li><a href=\"#{figure.Figure.Name}\">{Encode(figure.Figure.Name.Replace('_', ' '))}</a></li>")}
        </ol></li>
        <li><a href="#tables">Tables</a></li>
        <li><a href="#quantities">Quantities</a></li>
        </ul></details></nav>
        """;

    private static string Lead(int leading) => leading switch
    {
        0 => "",
        1 => "<p class=\"words\"><a href=\"#first-figures\">Figure 1</a> stands below the answer.</p>",
        _ => $"<p class=\"words\"><a href=\"#first-figures\">Figures 1 and {leading}</a> stand below the answer.</p>",
    };

    private static string Passages(Report report) => If(report.Passages.Count > 0, $"""
        <section id="words">
        {Join(report.Passages, static passage => $"""
            <h2>{Encode(passage.Head)}</h2><p class="words">{Prose(passage.Text)}</p>
            {If(passage.Quoted.Length > 0, $"<pre>{Encode(passage.Quoted)}</pre>")}
            """)}
        </section>
        """);

    private static string Write(Figure figure, int number, IReadOnlyDictionary<string, PageFigure> drawings) => $"""
        <figure id="{figure.Name}">
        <h3>{Prose(figure.Title)}</h3>
        <p class="subtitle">{Encode(figure.Subtitle)}</p>
        {drawings[figure.Name].Panels}
        <figcaption><b>Figure {number}.</b> {Prose(figure.Caption)}</figcaption>
        </figure>
        """;

    private static string Findings(Report report, IReadOnlyDictionary<string, PageFigure> drawings)
    {
        return If(report.Findings.Count > 0, $"""
            <section id="findings"><h2>Findings</h2>
            {Join(report.FindingsByFigure(), group => Write(group.Number, DrawingOf(group.Figure), group.Findings))}
            </section>
            """);

        PageFigure? DrawingOf(Figure? figure) => figure is null ? null : drawings[figure.Name];
    }

    /// <summary>Findings and what shows them: beside them, or below where it is the higher of both.</summary>
    private static string Write(int number, PageFigure? figure, IReadOnlyList<Finding> findings) => $"""
        <div class="{(figure?.Glances.Count > findings.Count ? "finding below" : "finding")}">
        <ul>
        {Join(findings, Write)}
        </ul>
        {(figure is null ? "" : $"<a class=\"shown\" href=\"#{figure.Name}\">{Glances(figure)}Figure {number}</a>")}
        </div>
        """;

    private static string Write(Finding finding) => $"""
        <li class="{finding.Standing}"><strong>{Prose(finding.Claim)}</strong> <span class="standing">{finding.Standing.Name()}</span>
        <p>{Prose(finding.Evidence)}</p></li>
        """;

    private static string Glances(PageFigure figure) => $"<span class=\"glances\">{string.Concat(figure.Glances)}</span>";

    private static string Write(Table table, int number) => $"""
        <details class="table" id="table-{number}"><summary>{Encode(table.Title)}</summary>
        <div class="scroll" tabindex="0" role="region" aria-label="{Encode(table.Title)}"><table>
        <thead><tr>{Join(table.Columns, static cell => $"<th scope=\"col\">{Unbroken(cell)}</th>")}</tr></thead>
        <tbody>
        {Join(table.Rows, Write)}
        </tbody>
        </table></div></details>
        """;

    private static string Write(IReadOnlyList<string> row) =>
        $"<tr><th scope=\"row\">{Unbroken(row[0])}</th>{Join(row.Skip(1), static cell => $"<td>{Unbroken(cell)}</td>")}</tr>";

    /// <summary>The text of a cell, whose lines break between words and ranges only: not at the minus of 1e-3.</summary>
    private static string Unbroken(string cell) =>
        string.Join(' ', Pieces().Matches(cell).Select(static piece => $"<span>{Encode(piece.Value)}</span>"));

    /// <summary>Text whose lines break between words only.</summary>
    private static string Prose(string text) => Small().Replace(Encode(text), "<span class=\"number\">$0</span>");

    [GeneratedRegex(@"\[[^\]]*\],?|\S+")]
    private static partial Regex Pieces();

    [GeneratedRegex(@"[\d.]+e-\d+")]
    private static partial Regex Small();

    private static string If(bool there, string text) => there ? text : "";

    private static string Join<T>(IEnumerable<T> items, Func<T, string> write) => string.Join('\n', items.Select(write));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
