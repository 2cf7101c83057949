using NetGen.Experiments.Tests.Experiments.DistantIdentity;

namespace NetGen.Experiments.Tests.Reporting;

/// <summary>Where things stand on the page of a report, and how a reader gets to them.</summary>
public sealed class ReportLayoutTests(TwoSeeds run)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task First_screen_shows_the_answer_and_the_first_figure()
    {
        await using BrowserPage page = await Open(1280, 900);
        Assert.InRange(await Number(page, "document.querySelector('.answer').getBoundingClientRect().bottom"), 100, 500);
        Assert.InRange(await Number(page, "document.querySelector('figure').getBoundingClientRect().top"), 100, 500);
        Assert.Equal(["training_loss", "gradient_magnitude"], await Names(page, "#first-figures figure", "id"));
    }

    [Fact]
    public async Task Page_goes_from_the_answer_to_folded_tables()
    {
        await using BrowserPage page = await Open(1280, 900);
        Assert.Equal(["first-figures", "findings", "words", "figures", "tables", "quantities"], await Names(page, "main > section", "id"));
        Assert.False(await True(page, "[...document.querySelectorAll('.table')].some(table => table.open)"));
        Assert.Equal(
            Enumerable.Range(1, RunFiguresTests.Names.Count).Select(static number => $"Figure {number}."),
            await Names(page, "figcaption b", "textContent"));
    }

    [Fact]
    public async Task Finding_stands_beside_its_figure_with_what_the_run_says_of_it()
    {
        await using BrowserPage page = await Open(1280, 900);
        IReadOnlyList<WrittenFinding> findings = WrittenFinding.In(run.Read("report.md"));
        Assert.NotEmpty(findings);
        Assert.Equal(
            findings.Select(static finding => (finding.Claim, finding.Standing.ToLowerInvariant())),
            (await Names(page, ".finding strong", "textContent")).Zip(await Names(page, ".finding .standing", "textContent")));
        Assert.True(await True(
            page,
            """
            [...document.querySelectorAll('.finding:not(.below) .shown')].every(shown => {
              const claims = shown.parentNode.querySelector('ul').getBoundingClientRect(), box = shown.getBoundingClientRect();
              const figure = document.querySelector(shown.getAttribute('href'));
              return box.left >= claims.right && box.top < claims.bottom && figure.matches('figure');
            })
            """));
        // What is drawn there is a second view of a drawing of the page: it has a size only where the browser found it.
        Assert.True(await True(page, "[...document.querySelectorAll('.shown use')].every(use => use.getBoundingClientRect().width > 200)"));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(800)]
    [InlineData(400)]
    public async Task Page_has_no_sideways_scroll_and_no_words_too_small_to_read(int width)
    {
        await using BrowserPage page = await Open(width, 900);
        await page.Evaluate("document.querySelectorAll('.table').forEach(table => table.open = true)", Stop);
        Assert.True(await True(page, "document.documentElement.scrollWidth <= innerWidth"));
        Assert.True(await Number(
            page,
            """
            Math.min(...[...document.querySelectorAll('body *')].filter(one =>
              one.getClientRects().length && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())).map(one => {
              const drawing = one.closest('svg');
              const scale = drawing ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
              return parseFloat(drawing ? one.getAttribute('font-size') || 16 : getComputedStyle(one).fontSize) * scale;
            }))
            """) >= 11);
    }

    [Fact]
    public async Task Wide_table_scrolls_by_itself_and_can_be_reached_by_keyboard()
    {
        await using BrowserPage page = await Open(400, 900);
        Assert.True(await True(
            page,
            """
            document.querySelectorAll('.table').forEach(table => table.open = true),
            [...document.querySelectorAll('.scroll')].some(scroll => scroll.scrollWidth > scroll.clientWidth)
              && [...document.querySelectorAll('.scroll')].every(scroll =>
                scroll.tabIndex === 0 && scroll.ariaLabel && getComputedStyle(scroll).backgroundImage.includes('gradient'))
            """));
        Assert.True(await True(
            page,
            """
            [...document.querySelectorAll('thead th')].every(head => head.scope === 'col')
              && [...document.querySelectorAll('tbody tr')].every(row => row.cells[0].scope === 'row')
            """));
    }

    [Fact]
    public async Task Contents_stand_beside_a_wide_page_and_fold_away_above_a_narrow_one()
    {
        await using BrowserPage page = await Open(1280, 900);
        Assert.True(await True(page, "contents.open"));
        double right = await Number(page, "contents.getBoundingClientRect().right");
        Assert.True(right <= await Number(page, "document.querySelector('h1').getBoundingClientRect().left"));
        Assert.True(
            await True(page, "[...contents.querySelectorAll('a')].every(link => document.querySelector(link.getAttribute('href')))"));
        await page.Resize(400, 900, Stop);
        Assert.True(await True(page, "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(!contents.open))))"));
        Assert.InRange(await Number(page, "document.querySelector('h1').getBoundingClientRect().top"), 20, 100);
    }

    [Fact]
    public async Task Keyboard_goes_to_the_answer_to_every_panel_and_to_every_value()
    {
        await using BrowserPage page = await Open(1280, 900);
        await page.Press("Tab", 9, Stop);
        const string Focused = "document.activeElement";
        Assert.True(await True(page, $"{Focused}.matches('.skip') && {Focused}.getBoundingClientRect().left >= 0"));
        await page.Evaluate("document.querySelector('#answer').focus()", Stop);
        await page.Press("Tab", 9, Stop);
        Assert.True(
            await True(page, $"{Focused}.matches('#training_loss .wide svg') && getComputedStyle({Focused}).outlineStyle !== 'none'"));

        List<string> values = [];
        for (int step = 0; step < 3; step++)
        {
            await page.Press("ArrowRight", 39, Stop);
            values.Add((string)(await page.Evaluate("tip.hidden ? '' : tip.textContent", Stop))!);
        }

        Assert.StartsWith("step 1\nPlainMLP: ", values[0], StringComparison.Ordinal);
        Assert.All(values, static value => Assert.Matches("^step \\d+\n", value));
        Assert.Equal(3, values.Distinct().Count());
        await page.Press("Escape", 27, Stop);
        Assert.True(await True(page, "tip.hidden"));
        Assert.Empty(page.Complaints);
    }

    private static async Task<double> Number(BrowserPage page, string expression) => (double)(await page.Evaluate(expression, Stop))!;

    private static async Task<bool> True(BrowserPage page, string expression) => (bool)(await page.Evaluate(expression, Stop))!;

    private static async Task<IEnumerable<string>> Names(BrowserPage page, string selector, string property) =>
        (await page.Evaluate($"[...document.querySelectorAll('{selector}')].map(one => one.{property})", Stop))!
            .AsArray()
            .Select(static name => (string)name!);

    private async Task<BrowserPage> Open(int width, int height)
    {
        BrowserPage page = await BrowserPage.Open(Path.Join(run.Folder, "report.html"), Stop);
        await page.Resize(width, height, Stop);
        return page;
    }
}
