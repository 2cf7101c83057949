using System.Numerics.Tensors;
using System.Text.Json;

namespace NetGen.Runtime.Tests;

public sealed class JsonLinesLogTests
{
    [Fact]
    public void A_number_is_a_line_and_one_that_is_not_finite_a_text()
    {
        using TemporaryFolder folder = new();
        using (JsonLinesLog log = new(folder.File("log.jsonl")))
        {
            log.Scalar("loss/training", 0.25, step: 7);
            log.Scalar("loss/training", double.PositiveInfinity, step: 8);
        }

        Assert.Equal(
            ["""{"step":7,"tag":"loss/training","value":0.25}""", """{"step":8,"tag":"loss/training","value":"Infinity"}"""],
            File.ReadAllLines(folder.File("log.jsonl")));
    }

    [Fact]
    public void A_histogram_has_moments_and_buckets()
    {
        using TemporaryFolder folder = new();
        using (JsonLinesLog log = new(folder.File("log.jsonl")))
            log.Histogram("weight/0", new ReadOnlyTensorSpan<float>([1, 2, 3, 2]), step: 7);

        JsonElement line = JsonDocument.Parse(Assert.Single(File.ReadAllLines(folder.File("log.jsonl")))).RootElement;
        Assert.Equal(4, line.GetProperty("count").GetInt64());
        Assert.Equal((1, 3), (line.GetProperty("min").GetDouble(), line.GetProperty("max").GetDouble()));
        Assert.Equal(2, line.GetProperty("mean").GetDouble());
        Assert.Equal(Math.Sqrt(0.5), line.GetProperty("deviation").GetDouble(), 1e-12);
        Assert.Equal(4, line.GetProperty("buckets").EnumerateArray().Sum(static bucket => bucket[1].GetInt64()));
    }

    [Fact]
    public void A_further_log_goes_on_at_the_end()
    {
        using TemporaryFolder folder = new();
        for (int run = 0; run < 2; run++)
        {
            using JsonLinesLog log = new(folder.File("log.jsonl"));
            log.Scalar("loss", run, step: run);
        }

        Assert.Equal(2, File.ReadAllLines(folder.File("log.jsonl")).Length);
    }
}
