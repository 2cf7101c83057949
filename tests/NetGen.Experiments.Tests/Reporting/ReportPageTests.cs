using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetGen.Experiments.Tests.Experiments.DistantIdentity;

namespace NetGen.Experiments.Tests.Reporting;

public sealed partial class ReportPageTests(TwoSeeds run)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Page_shows_every_figure_and_the_values_under_the_pointer_without_complaint(string scheme)
    {
        await using BrowserPage page = await BrowserPage.Open(Path.Join(run.Folder, "report.html"), Stop);
        await page.Prefer(scheme, Stop);

        JsonArray figures = (await page.Evaluate(
            """
            [...document.querySelectorAll('figure')].map(figure => {
              const box = figure.querySelector('.wide .panels').getBoundingClientRect();
              const brightness = colour =>
                colour.match(/\d+/g).slice(0, 3).reduce((sum, channel) => sum + Number(channel), 0) / 3 / 255;
              return {
                id: figure.id,
                width: box.width,
                height: box.height,
                paper: brightness(getComputedStyle(figure).backgroundColor),
                words: brightness(getComputedStyle(figure.querySelector('.wide text')).fill),
              };
            })
            """,
            Stop))!.AsArray();
        Assert.Equal(
            RunFiguresTests.Names.Select(static row => row.Data).Order(), figures.Select(static figure => (string)figure!["id"]!).Order());
        Assert.All(figures, figure =>
        {
            Assert.InRange((double)figure!["width"]!, 900, 1200);
            Assert.InRange((double)figure["height"]!, 200, 1400);
            Assert.Equal(scheme == "light" ? 1.0 : 0.0, (double)figure["paper"]!, 0.1);
            Assert.InRange(Math.Abs((double)figure["words"]! - (double)figure["paper"]!), 0.4, 1);
        });

        Assert.True((bool)(await page.Evaluate("document.getElementById('tip').hidden", Stop))!);
        foreach (string figure in figures.Select(static figure => (string)figure!["id"]!))
        {
            JsonNode? place = await page.Evaluate(
                $"(() => {{ const hints = document.querySelectorAll('#{figure} .wide [data-hint]'); "
                + $"const hint = hints[Math.floor(hints.length / 2)]; hint.scrollIntoView({{ block: 'center' }}); "
                + "const r = hint.getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })()", Stop);
            await page.MoveMouse((double)place!["x"]!, (double)place["y"]!, Stop);
            JsonNode? tip = await page.Evaluate(
                "(() => { const tip = document.getElementById('tip'), r = tip.getBoundingClientRect(); "
                + "return { text: tip.textContent, visible: !tip.hidden && r.width > 0 && r.left >= 0 && r.top >= 0 && r.right <= "
                + "innerWidth && r.bottom <= innerHeight }; })()", Stop);
            Assert.True((bool)tip!["visible"]!, figure);
            Assert.Contains(
                (string)tip["text"]!,
                XElement.Parse(run.Read($"figures/{figure}.svg"))
                    .Descendants()
                    .Where(static element => element.Name.LocalName == "title")
                    .Select(static hint => hint.Value));
        }

        await page.MoveMouse(2, 2, Stop);
        Assert.True((bool)(await page.Evaluate("document.getElementById('tip').hidden", Stop))!);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public void Page_needs_nothing_from_elsewhere()
    {
        string page = run.Read("report.html");
        Assert.DoesNotContain("src=", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"http", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Panels_stand_in_one_column_on_a_narrow_screen_with_words_that_can_be_read()
    {
        await using BrowserPage page = await BrowserPage.Open(Path.Join(run.Folder, "report.html"), Stop);
        await page.Resize(400, 900, Stop);
        JsonArray panels = (await page.Evaluate(
            """
            [...document.querySelectorAll('.narrow .panels > svg')].map(svg => {
              const box = svg.getBoundingClientRect();
              const scale = box.width / svg.viewBox.baseVal.width;
              const sizes = [...svg.querySelectorAll('text')].map(text => parseFloat(text.getAttribute('font-size')));
              return { left: box.left, width: box.width, text: scale * Math.min(...sizes) };
            })
            """,
            Stop))!.AsArray();
        Assert.NotEmpty(panels);
        Assert.Single(panels.Select(static panel => (double)panel!["left"]!).Distinct());
        Assert.All(panels, static panel =>
        {
            Assert.InRange((double)panel!["width"]!, 300, 400);
            Assert.True((double)panel["text"]! >= 11, panel.ToJsonString());
        });
        Assert.True(
            (bool)(await page.Evaluate(
                "[...document.querySelectorAll('.wide')].every(wide => getComputedStyle(wide).display === 'none')", Stop))!);
    }

    [Fact]
    public void Identifiers_on_the_page_are_unique()
    {
        string[] identifiers = [.. Identifier().Matches(run.Read("report.html")).Select(static match => match.Groups[1].Value)];
        Assert.NotEmpty(identifiers);
        Assert.Equal(identifiers.Length, identifiers.Distinct().Count());
    }

    [Fact]
    public void Every_figure_is_written_as_pictures_for_light_and_dark_surroundings()
    {
        byte[] signature = [0x89, (byte)'P', (byte)'N', (byte)'G'];
        Assert.All(RunFiguresTests.Names.SelectMany(static row => new[] { row.Data + ".png", row.Data + ".dark.png" }), name =>
        {
            byte[] picture = File.ReadAllBytes(Path.Join(run.Folder, "figures", name));
            Assert.Equal(signature, picture[..4]);
            Assert.True(picture.Length > 10_000, $"{name} has only {picture.Length} bytes.");
        });
    }

    [GeneratedRegex("[ ]id=\"([^\"]+)\"")]
    private static partial Regex Identifier();
}
