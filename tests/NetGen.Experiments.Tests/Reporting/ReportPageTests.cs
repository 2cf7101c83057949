using System.Text.Json.Nodes;
using System.Xml.Linq;
using NetGen.Experiments.Reporting.Svg;
using NetGen.Experiments.Tests.Experiments;

namespace NetGen.Experiments.Tests.Reporting;

public sealed class ReportPageTests(TwoSeeds run)
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
              const box = figure.querySelector('svg').getBoundingClientRect();
              const brightness = part => getComputedStyle(figure.querySelector(part)).fill.match(/\d+/g).reduce((sum, channel) => sum + Number(channel), 0) / 3 / 255;
              return { id: figure.id, width: box.width, height: box.height, paper: brightness('.paper'), title: brightness('.title'), caption: brightness('.caption') };
            })
            """,
            Stop))!.AsArray();
        Assert.Equal(RunFiguresTests.Names.Select(static row => row.Data).Order(), figures.Select(static figure => (string)figure!["id"]!).Order());
        Assert.All(figures, figure =>
        {
            Assert.InRange((double)figure!["width"]!, 900, 1200);
            Assert.InRange((double)figure["height"]!, 300, 1200);
            (double light, double dark) = scheme == "light" ? (1.0, 0.0) : (0.0, 1.0);
            Assert.Equal(light, (double)figure["paper"]!, 0.1);
            Assert.Equal(dark, (double)figure["title"]!, 0.2);
            Assert.InRange(Math.Abs((double)figure["caption"]! - (double)figure["paper"]!), 0.4, 1);
        });

        Assert.True((bool)(await page.Evaluate("document.getElementById('tip').hidden", Stop))!);
        foreach (string figure in figures.Select(static figure => (string)figure!["id"]!))
        {
            JsonNode? place = await page.Evaluate(
                $"(() => {{ const hints = document.querySelectorAll('#{figure} [data-hint]'); const hint = hints[Math.floor(hints.length / 2)]; hint.scrollIntoView({{ block: 'center' }}); "
                + "const r = hint.getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })()", Stop);
            await page.MoveMouse((double)place!["x"]!, (double)place["y"]!, Stop);
            JsonNode? tip = await page.Evaluate(
                "(() => { const tip = document.getElementById('tip'), r = tip.getBoundingClientRect(); "
                + "return { text: tip.textContent, visible: !tip.hidden && r.width > 0 && r.left >= 0 && r.top >= 0 && r.right <= innerWidth && r.bottom <= innerHeight }; })()", Stop);
            Assert.True((bool)tip!["visible"]!, figure);
            Assert.Contains((string)tip["text"]!, XElement.Parse(run.Read($"figures/{figure}.svg")).Descendants(SvgElement.Namespace + "title").Select(static hint => hint.Value));
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
    public void Browser_on_the_machine_turns_figures_into_pictures()
    {
        Assert.SkipWhen(NetGen.Experiments.Reporting.Chromium.Find() is null, "No Chrome, Chromium or Edge on this machine.");
        byte[] signature = [0x89, (byte)'P', (byte)'N', (byte)'G'];
        Assert.All(RunFiguresTests.Names, row =>
        {
            byte[] picture = File.ReadAllBytes(Path.Join(run.Folder, "figures", row.Data + ".png"));
            Assert.Equal(signature, picture[..4]);
            Assert.True(picture.Length > 10_000, $"{row.Data} has only {picture.Length} bytes.");
        });
    }
}
