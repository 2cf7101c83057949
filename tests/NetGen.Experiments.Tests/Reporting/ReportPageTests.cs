using System.Text.Json.Nodes;
using NetGen.Experiments.Tests.Experiments;

namespace NetGen.Experiments.Tests.Reporting;

public sealed class ReportPageTests(TwoSeeds run)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_shows_every_figure_and_the_values_under_the_pointer_without_complaint()
    {
        await using BrowserPage page = await BrowserPage.Open(Path.Join(run.Folder, "report.html"), Stop);

        JsonNode? sizes = await page.Evaluate(
            "[...document.querySelectorAll('figure')].map(f => { const r = f.querySelector('svg').getBoundingClientRect(); return { id: f.id, width: r.width, height: r.height }; })", Stop);
        Assert.Equal(RunFiguresTests.Names.Select(static row => row.Data).Order(), sizes!.AsArray().Select(static size => (string)size!["id"]!).Order());
        Assert.All(sizes.AsArray(), static size =>
        {
            Assert.InRange((double)size!["width"]!, 900, 1200);
            Assert.InRange((double)size["height"]!, 300, 1200);
        });

        Assert.True((bool)(await page.Evaluate("document.getElementById('tip').hidden", Stop))!);
        foreach ((string figure, string text) in new[] { ("training_loss", "ResMLP: "), ("activation_heatmaps", "output: "), ("highway", "norm of the gradient: ") })
        {
            JsonNode? place = await page.Evaluate(
                $"(() => {{ const hints = document.querySelectorAll('#{figure} [data-hint]'); const hint = hints[Math.floor(hints.length / 2)]; hint.scrollIntoView({{ block: 'center' }}); "
                + "const r = hint.getBoundingClientRect(); return { x: r.x + r.width / 2, y: r.y + r.height / 2 }; })()", Stop);
            await page.MoveMouse((double)place!["x"]!, (double)place["y"]!, Stop);
            JsonNode? tip = await page.Evaluate(
                "(() => { const tip = document.getElementById('tip'), r = tip.getBoundingClientRect(); "
                + "return { text: tip.textContent, visible: !tip.hidden && r.width > 0 && r.left >= 0 && r.top >= 0 && r.right <= innerWidth && r.bottom <= innerHeight }; })()", Stop);
            Assert.Contains(text, (string)tip!["text"]!, StringComparison.Ordinal);
            Assert.True((bool)tip["visible"]!);
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
