using NetGen.Plotting.Figures;

namespace NetGen.Plotting.Tests;

/// <summary>Figures of runs as they are saved.</summary>
public sealed class SavedRunsTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Losses_are_medians_over_the_seeds_of_each_network()
    {
        Chart chart = (Chart)Assert.Single(Load(Run("plain", 0, 4), Run("plain", 1, 2), Run("residual", 0, 1)).Losses().Figure.Panels);
        Assert.Equal(["plain", "residual"], chart.Series.Select(static series => series.Label));
        Assert.Equal([3, 0.3], chart.Series[0].Points.Select(static point => Math.Round(point.Y, 12)));
        Assert.Equal(2, chart.Series[0].Runs.Count);
    }

    [Fact]
    public void Numbers_of_layers_stand_before_and_after_training()
    {
        SavedRuns runs = Load(Run("plain", 0, 4), Run("residual", 0, 1));
        Assert.Equal(["norm"], runs.Quantities);
        Chart[] charts = [.. runs.ByLayer("norm").Figure.Panels.Cast<Chart>()];
        Assert.Equal(["before training", "after training"], charts.Select(static chart => chart.Title));
        Assert.Equal([4, double.PositiveInfinity], charts[0].Series[0].Points.Select(static point => point.Y));
        Assert.Contains("norm", Assert.Throws<ArgumentException>(() => runs.ByLayer("mean")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"runs\":[]}")]
    [InlineData("{\"runs\":7}")]
    public void File_without_runs_is_refused_by_its_name(string text)
    {
        File.WriteAllText(file, text);
        Assert.Contains(file, Assert.Throws<InvalidDataException>(() => SavedRuns.Load(file)).Message, StringComparison.Ordinal);
    }

    private SavedRuns Load(params string[] runs)
    {
        File.WriteAllText(file, $$"""{"experiment":"e","runs":[{{string.Join(',', runs)}}]}""");
        return SavedRuns.Load(file);
    }

    private static string Run(string network, int seed, int loss) => $$"""
        {
          "setup":"fair","network":"{{network}}","seed":{{seed}},"losses":[{{loss}},{{loss}}e-1],
          "start":{"layers":[{"norm":{{loss}}},{"norm":"Infinity"}]},"end":[{"norm":1},{"norm":2}]
        }
        """;
}
