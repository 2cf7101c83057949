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
        Assert.Equal([1, 2, 1], line.GetProperty("buckets").EnumerateArray().Select(static bucket => bucket[1].GetInt64()));
        Assert.All(
            line.GetProperty("buckets").EnumerateArray().Zip([1.0, 2, 3]),
            static bucket => Assert.InRange(bucket.Second, bucket.First[0].GetDouble() / 1.1, bucket.First[0].GetDouble()));
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

    [Fact]
    public void A_second_log_of_a_file_is_refused_until_the_first_ends_and_readers_are_not()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("log.jsonl"), link = folder.File("link.jsonl");
        using (JsonLinesLog first = new(path))
        {
            first.Scalar("loss", 1, step: 1);
            File.CreateSymbolicLink(link, path);

            string[] messages = [Refusal(path), Refusal(link)];
            first.Scalar("loss", 2, step: 2);

            Assert.StartsWith($"{path}: expected a file that no other log writes", messages[0], StringComparison.Ordinal);
            Assert.StartsWith($"{link}: expected a file that no other log writes", messages[1], StringComparison.Ordinal);
            Assert.Equal(2, File.ReadAllLines(path).Length);
        }

        using (JsonLinesLog second = new(path))
            second.Scalar("loss", 3, step: 3);

        Assert.Equal(3, File.ReadAllLines(path).Length);
        Assert.Equal(["link.jsonl", "log.jsonl"], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order());

        static string Refusal(string path) => Assert.Throws<IOException>(() => new JsonLinesLog(path)).Message;
    }

    [Fact]
    public void A_lock_that_a_killed_process_left_is_nobodys()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("log.jsonl");
        File.WriteAllText(path + ".netgen-lock", "");

        using (JsonLinesLog log = new(path))
            log.Scalar("loss", 1, step: 1);

        Assert.Equal(["log.jsonl"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_torn_line_does_not_tear_the_next()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("log.jsonl");
        File.WriteAllText(path, """{"step":1,"tag":"lo""");

        using (JsonLinesLog log = new(path))
            log.Scalar("loss", 0.5, step: 2);

        Assert.Equal(["""{"step":1,"tag":"lo""", """{"step":2,"tag":"loss","value":0.5}"""], File.ReadAllLines(path));
    }
}
