using System.Text.RegularExpressions;

namespace NetGen.Plotting.Tests;

public sealed class NetworkReportTests
{
    [Fact]
    public void A_page_shows_figures_words_layers_and_what_is_expected()
    {
        string page = new NetworkReport(SmallNetwork.Info)
            .Add(NetworkFigures.Losses([4, 2, 1]))
            .Add("Half of it is x < y.")
            .ToHtml();

        Assert.Contains($"<h1>{SmallNetwork.Info.Name}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(NetworkFigures.Losses([4, 2, 1]).Figure.Title, page, StringComparison.Ordinal);
        Assert.Contains("<p>Half of it is x &lt; y.</p>", page, StringComparison.Ordinal);
        Assert.Contains("memory, in bytes", page, StringComparison.Ordinal);
        Assert.Contains("|dL/dz| to the last", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_needs_no_other_file_and_names_nothing_twice()
    {
        string page = new NetworkReport(SmallNetwork.Info)
            .Add(NetworkFigures.Losses([4, 2, 1]))
            .Add(NetworkFigures.Losses([3, 2, 1]))
            .ToHtml();

        Assert.DoesNotMatch("(src|href)=\"(?!#|data:)", page);
        string[] ids = [.. Regex.Matches(page, " id=\"([^\"]+)\"").Select(static id => id.Groups[1].Value)];
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct().Order(), ids.Order());
    }
}
