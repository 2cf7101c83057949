using System.Xml.Linq;
using NetGen.Plotting.Figures;
using NetGen.Plotting.Rendering;

namespace NetGen.Plotting.Tests;

/// <summary>What Skia's SVG lacks, and what a page needs.</summary>
public sealed class SvgTests
{
    private static readonly bool[] sizes = [false, true];

    [Fact]
    public void Drawing_has_a_box_a_title_a_description_and_colours_for_dark_surroundings() => Assert.All(Samples.Figures, static figure =>
    {
        XElement svg = new Drawn(figure).Svg;
        Assert.Equal($"0 0 {svg.Attribute("width")!.Value} {svg.Attribute("height")!.Value}", svg.Attribute("viewBox")!.Value);
        Assert.Equal(figure.Title, svg.Element(SkiaSvg.Namespace + "title")!.Value);
        Assert.Equal("A subtitle A caption.", svg.Element(SkiaSvg.Namespace + "desc")!.Value);
        string style = svg.Element(SkiaSvg.Namespace + "style")!.Value;
        Assert.Contains("prefers-color-scheme: dark", style, StringComparison.Ordinal);
        Assert.All(
            svg.Descendants()
                .Attributes("class")
                .SelectMany(static classes => classes.Value.Split(' '))
                .Where(static one => one is not ("figure" or "hint")),
            one => Assert.Contains($".{one} ", style, StringComparison.Ordinal));
    });

    [Fact]
    public void Everything_is_drawn_once()
    {
        Drawn drawn = new(Samples.Chart);
        Assert.Single(drawn.Texts, static text => text == "Title");
        Assert.Single(drawn.Texts, static text => text == "falling");
    }

    [Fact]
    public void Identifiers_of_all_figures_and_sizes_are_different()
    {
        string[] identifiers =
        [
            .. from figure in Samples.Figures
               from narrow in sizes
               let parts = SvgFigure.Parts(figure, narrow)
               from part in parts.Panels.Concat(parts.Keys)
               from identifier in part.DescendantsAndSelf().Attributes("id")
               select identifier.Value,
        ];
        Assert.NotEmpty(identifiers);
        Assert.Equal(identifiers.Length, identifiers.Distinct().Count());
    }

    [Fact]
    public void Narrow_panels_are_drawn_for_one_column_with_words_of_eleven_pixels_and_more() => Assert.All(
        Samples.Figures,
        static figure =>
        Assert.All(SvgFigure.Parts(figure, narrow: true).Panels, static panel =>
        {
            Assert.Equal(FigurePanels.NarrowWidth, Drawn.Number(panel, "width"));
            Assert.All(panel.Descendants(SkiaSvg.Namespace + "text"), text =>
            {
                Assert.True(Drawn.Number(text, "font-size") >= 11);
                Assert.True(Drawn.Place(text).X + Drawn.Number(text, "textLength") <= FigurePanels.NarrowWidth + 0.5, text.Value);
            });
        }));

    [Fact]
    public void Heatmap_has_a_rectangle_for_each_value_with_its_sign_and_size_and_one_bar_for_all_maps()
    {
        Drawn drawn = new(Samples.Heatmap, Samples.Heatmap);
        Assert.Equal(8, drawn.Hints.Count);
        Assert.Equal("layer 2, dimension 1\noutput: -2.00", drawn.Hints[1].Value);
        Assert.Single(drawn.Texts, static text => text == "≥ 1");
        XElement[] cells =
        [
            .. drawn.Of("rect").Where(cell => !Drawn.HasClass(cell, "hint") && cell.Attribute("x") is not null
                && drawn.Hints.Any(
                    hint => Drawn.Number(hint, "x") == Drawn.Number(cell, "x") && Drawn.Number(hint, "y") == Drawn.Number(cell, "y"))),
        ];
        Assert.Contains(cells, static cell => Drawn.HasClass(cell, "f-vermillion") && cell.Attribute("fill-opacity") is null);
        Assert.Contains(cells, static cell => Drawn.HasClass(cell, "f-blue") && Math.Abs(Drawn.Number(cell, "fill-opacity") - 0.5) < 0.01);
        Assert.Empty(drawn.Of("image"));
    }

    [Fact]
    public void Roads_have_arrows_and_say_what_their_colours_mean()
    {
        Drawn drawn = new(Samples.Roads);
        Assert.All(["straight on", "around", "start", "end", "flow"], text => Assert.Contains(text, drawn.Texts));
        Assert.Equal(2, drawn.Hints.Count(static hint => hint.Value == "wide\nflow: 1.00"));
        // Two ribbons and an arrow on each.
        Assert.Equal(4, drawn.Of("path").Count(static path => path.Attribute("stroke") is null && path.Attribute("fill") is not null));
    }

    [Fact]
    public void Heatmap_of_counts_writes_each_in_a_colour_that_is_seen_and_reads_long_names_of_columns_upwards()
    {
        Drawn drawn = new(new Figure("name", "Title", "", Columns: 2, [Samples.Counts, Samples.Counts]));
        Assert.All(Words("100"), static word => Assert.True(Drawn.HasClass(word, "f-paper")));
        Assert.Equal(20, Words("100").Length);
        Assert.All(Words("5"), static word => Assert.True(Drawn.HasClass(word, "f-text")));
        // What is not there is not written: the only zero is that of the bar.
        Assert.Single(Words("0"));
        Assert.Equal(2, Words("Ankle boot 3").Count(static name => name.Attribute("transform")?.Value.Contains("-1") == true));

        XElement[] Words(string text) => [.. drawn.Words.Where(word => word.Value == text)];
    }

    [Fact]
    public void Wall_has_words_below_each_picture_and_says_them_to_who_points_at_it()
    {
        Drawn drawn = new(Samples.Wall);
        Assert.Equal(["Shirt\n→ Coat", "Coat\n→ Bag"], drawn.Hints.Select(static hint => hint.Value));
        foreach (XElement picture in drawn.Hints)
        {
            (double x, double y) = Drawn.Place(Assert.Single(drawn.Words, word => word.Value == picture.Value.Split('\n')[0]));
            Assert.InRange(x, Drawn.Number(picture, "x"), Drawn.Number(picture, "x") + Drawn.Number(picture, "width"));
            Assert.InRange(y - Drawn.Number(picture, "y") - Drawn.Number(picture, "height"), 5, 20);
        }
    }

    [Fact]
    public void Picture_is_drawn_in_one_shape_for_each_shade_and_in_two_colours_where_it_has_signs()
    {
        Drawn drawn = new(Samples.Wall);
        Assert.Equal(1, Count("text", 1));
        Assert.Equal(1, Count("blue", 1));
        Assert.Equal(1, Count("vermillion", 1));
        Assert.Equal(1, Count("vermillion", 0.5));

        int Count(string tone, double opacity) => drawn.Of("path").Concat(drawn.Of("rect")).Count(
            shape => Drawn.HasClass(shape, $"f-{tone}") && !Drawn.HasClass(shape, "hint")
                && Math.Abs((shape.Attribute("fill-opacity") is null ? 1 : Drawn.Number(shape, "fill-opacity")) - opacity) < 0.02);
    }
}
