using NetGen.Compare.Reporting;

namespace NetGen.Compare.Tests;

public sealed class MarkdownFileTests
{
    private static readonly ResultTable table = new("training-1", "Training", ["", "NetGen"], [["step", "1.00 ms"]]);

    [Fact]
    public void Table_replaces_what_stood_in_its_place_and_nothing_else() => Assert.Equal(
        "before\n<!-- machine -->\na machine\n<!-- /machine -->\n<!-- training-1 -->\n|  | NetGen |\n| --- | ---: "
        + "|\n| step | 1.00 ms |\n<!-- /training-1 -->\nafter\n",
        Written("before\n<!-- machine -->\nold\n<!-- /machine -->\n<!-- training-1 -->\nold\n<!-- /training-1 -->\nafter\n"));

    [Fact]
    public void Table_without_a_place_goes_to_the_end() => Assert.Equal(
        "before\n\n<!-- machine -->\na machine\n<!-- /machine -->\n\n<!-- training-1 -->\n|  | NetGen |\n| --- | ---: "
        + "|\n| step | 1.00 ms |\n<!-- /training-1 -->\n",
        Written("before\n"));

    private static string Written(string text)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            MarkdownFile.Write(path, [table], "a machine");
            return File.ReadAllText(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
