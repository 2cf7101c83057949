using NetGen.Plotting.Figures;

namespace NetGen.Plotting.Tests;

[Mlp(Width = 8, Depth = 3, Residual = true)]
public sealed partial class SmallNetwork;

/// <summary>Figures of a user's own program.</summary>
public sealed class NetworkFigureTests
{
    private readonly NetworkStatistics statistics = new(SmallNetwork.Info);
    private readonly NetworkHistograms histograms = new(SmallNetwork.Info, Observation.PreActivation);
    private readonly float loss;

    public NetworkFigureTests()
    {
        float[] inputs = [.. Enumerable.Range(0, 64).Select(static index => MathF.Sin(index))];
        var trainer = new SmallNetwork(seed: 1).CreateTrainer(new Adam(1e-3f), Loss.MeanSquaredError, batchSize: 8);
        StatisticsProbe probe = new(statistics);
        loss = trainer.Step(inputs, inputs, ref probe);
        HistogramProbe seen = new(histograms);
        trainer.Inspect(inputs, inputs, ref seen);
    }

    [Fact]
    public void Statistics_of_a_watched_step_are_drawn_layer_by_layer()
    {
        Chart activations = (Chart)NetworkFigures.Activations(statistics).Figure.Panels[0];
        Assert.Equal(
            statistics.Layers.Select(static layer => layer.PreActivation.StandardDeviation),
            activations.Series[0].Points.Select(static point => point.Y));
        Assert.Equal([1, 2, 3], activations.Series[0].Points.Select(static point => point.X));

        Chart gradients = (Chart)Assert.Single(NetworkFigures.Gradients(statistics).Figure.Panels);
        Assert.Equal(["pre-activation, dL/dz", "weight, dL/dW", "bias, dL/db"], gradients.Series.Select(static series => series.Label));
        Assert.Equal(
            statistics.Layers.Select(static layer => layer.Weight.GradientNorm),
            gradients.Series[1].Points.Select(static point => point.Y));

        Chart updates = (Chart)Assert.Single(NetworkFigures.Updates(statistics).Figure.Panels);
        Assert.Equal(
            statistics.Layers.Select(static layer => layer.Weight.UpdateToData), updates.Series[0].Points.Select(static point => point.Y));
        Assert.Equal(-3, Assert.Single(updates.Guides).Y);
    }

    [Fact]
    public void Layers_have_the_names_that_probes_and_summaries_give_them()
    {
        NetworkFigure[] figures =
        [
            NetworkFigures.Activations(statistics), NetworkFigures.Gradients(statistics), NetworkFigures.Updates(statistics),
            NetworkFigures.Histograms(histograms),
        ];
        foreach (NetworkFigure figure in figures)
        {
            Drawn drawn = new(figure.Figure);
            Assert.Superset(new HashSet<string>(["layers.0", "layers.1", "layers.2"]), new HashSet<string>(drawn.Texts));
            Assert.Contains(drawn.Hints, static hint => hint.Value.StartsWith("layer layers.2", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Of_many_layers_so_many_have_their_names_as_there_is_room_for()
    {
        Axis layers = new("layer") { Names = [.. Enumerable.Range(0, 200).Select(static layer => $"layers.{layer}")] };
        Series series = new("z", Ink.Blue, [.. Enumerable.Range(1, 200).Select(static layer => Point.At(layer, layer))]);
        Heatmap map = new("", "layer", "", "share", [new double[200]], 1) { ColumnNames = layers.Names };

        foreach (Drawn drawn in (Drawn[])[new(new Chart("", layers, new Axis("size"), [series], [])), new(map)])
        {
            string[] names = [.. drawn.Texts.Where(static text => text.StartsWith("layers.", StringComparison.Ordinal))];
            Assert.InRange(names.Length, 3, 100);
            Assert.Equal("layers.0", names[0]);
        }
    }

    [Fact]
    public void Histograms_have_a_column_for_each_layer_that_adds_up_to_one()
    {
        Heatmap map = (Heatmap)Assert.Single(NetworkFigures.Histograms(histograms).Figure.Panels);
        Assert.All(Enumerable.Range(0, 3), layer => Assert.Equal(1, map.Rows.Sum(row => row[layer]), 1e-9));
    }

    [Fact]
    public void Figures_are_written_as_files()
    {
        string folder = Directory.CreateTempSubdirectory("netgen-").FullName;
        NetworkFigure figure = NetworkFigures.Losses([loss, loss / 2]);
        figure.SavePng(Path.Join(folder, "loss.png"), FigureTheme.Dark);
        figure.SaveSvg(Path.Join(folder, "loss.svg"));
        Assert.Equal(figure.ToPng(FigureTheme.Dark), File.ReadAllBytes(Path.Join(folder, "loss.png")));
        Assert.Equal(figure.ToSvg(), File.ReadAllText(Path.Join(folder, "loss.svg")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void What_was_not_watched_is_said_to_be_missing()
    {
        NetworkStatistics unseen = new(SmallNetwork.Info);
        Assert.Contains(
            "watch a pass", Assert.Throws<ArgumentException>(() => NetworkFigures.Activations(unseen)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "backward", Assert.Throws<ArgumentException>(() => NetworkFigures.Gradients(unseen)).Message, StringComparison.Ordinal);
        Assert.Contains("step", Assert.Throws<ArgumentException>(() => NetworkFigures.Updates(unseen)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "HistogramProbe",
            Assert.Throws<ArgumentException>(
                () => NetworkFigures.Histograms(new NetworkHistograms(SmallNetwork.Info, Observation.Stream))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(static () => NetworkFigures.Losses([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkFigures.Losses([1]).ToPng((FigureTheme)7));
    }
}
