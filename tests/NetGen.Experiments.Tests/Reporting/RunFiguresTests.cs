using System.Text.Json;
using System.Xml.Linq;
using NetGen.Experiments.Tests.Experiments.DistantIdentity;

namespace NetGen.Experiments.Tests.Reporting;

public sealed class RunFiguresTests(TwoSeeds run)
{
    public static TheoryData<string> Names =>
    [
        "training_loss", "gradient_magnitude", "highway", "chain_rule", "gradient_at_start", "gradient_kinds", "signal_flow",
        "activation_heatmaps", "activation_std", "activation_mean", "setups", "depth",
    ];

    [Fact]
    public void Run_writes_these_figures_and_no_others() => Assert.Equal(
        Names.Select(static row => row.Data).Order(),
        Directory.EnumerateFiles(Path.Join(run.Folder, "figures"), "*.svg").Select(Path.GetFileNameWithoutExtension).Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Drawing_holds_what_its_data_say(string name)
    {
        XElement svg = XElement.Parse(run.Read($"figures/{name}.svg"));
        using JsonDocument data = JsonDocument.Parse(run.Read($"figures/{name}.json"));
        JsonElement[] panels = [.. data.RootElement.GetProperty("panels").EnumerateArray()];
        JsonElement[] series = [.. Members(panels, "series")];
        string[] words = [.. svg.Descendants().Where(static element => element.Name.LocalName == "text").Select(static text => text.Value)];
        Assert.All(Labels(series).Concat(Labels([.. Members(panels, "stations")])), label => Assert.Contains(label, words));
        Assert.Equal($"0 0 {(string)svg.Attribute("width")!} {(string)svg.Attribute("height")!}", (string)svg.Attribute("viewBox")!);
        Assert.Equal(
            data.RootElement.GetProperty("title").GetString(),
            svg.Elements().Single(static element => element.Name.LocalName == "title").Value);
        Assert.StartsWith(
            data.RootElement.GetProperty("subtitle").GetString()!,
            svg.Elements().Single(static element => element.Name.LocalName == "desc").Value,
            StringComparison.Ordinal);
        Assert.DoesNotContain(svg.Descendants(), static element => element.Name.LocalName is "image" or "pattern");
    }

    [Fact]
    public void Heatmaps_show_32_dimensions_of_20_layers()
    {
        using JsonDocument data = JsonDocument.Parse(run.Read("figures/activation_heatmaps.json"));
        Assert.All(data.RootElement.GetProperty("panels").EnumerateArray(), static panel =>
        {
            Assert.Equal(32, panel.GetProperty("rows").GetArrayLength());
            Assert.All(panel.GetProperty("rows").EnumerateArray(), static row => Assert.Equal(20, row.GetArrayLength()));
        });
    }

    private static IEnumerable<JsonElement> Members(JsonElement[] panels, string name) =>
        panels.SelectMany(panel => panel.TryGetProperty(name, out JsonElement members) ? members.EnumerateArray() : default);

    private static IEnumerable<string> Labels(JsonElement[] members) =>
        members.Select(static member => member.GetProperty("label").GetString()!);
}
