namespace NetGen.Experiments.DissipatingInputs;

/// <summary>Two inputs that everybody can tell apart, and what can be read back of them from layers further and further down.</summary>
internal static class RemainsFigure
{
    public static readonly IReadOnlyList<int> Layers = [1, 2, 5, 10, 20, 50];

    public static Figure Remains(int seed, IReadOnlyDictionary<string, IReadOnlyList<LayerReadout>> readouts) => new(
        "remains",
        $"Of the variance of inputs, a linear readout of layer {Layers[^1]} gets back "
            + string.Join(", ", readouts.Select(static kind => $"{Number.Percent(Math.Max(0, kind.Value[^1].Share))} ({kind.Key})")),
        $"Two inputs of 8 × 8 numbers go down networks of width 64 with ReLU before training, seed {seed}. "
            + "Each picture is what the best linear readout of a layer, fitted to other inputs, gets back; "
            + "the percentage is the share of the variance of inputs that it reads correctly.",
        Columns: 1,
        [.. readouts.Select(static kind => Row(kind.Key, kind.Value))])
    {
        Subtitle = "What is left of two different inputs behind each layer",
    };

    private static PictureGrid Row(string kind, IReadOnlyList<LayerReadout> readouts) => new(
        kind,
        [
            new PictureColumn("input", ""),
            .. readouts.Select(static readout => new PictureColumn($"layer {readout.Layer}", Number.Percent(Math.Max(0, readout.Share)))),
        ],
        [
            .. HeartAndCross.Inputs.Select((input, index) => new[] { Shown([.. input.Select(static value => (double)value)]) }
                .Concat(readouts.Select(readout => Shown(readout.Pictures[index]))).ToArray()),
        ]);

    private static Picture Shown(double[] pixels) => new([.. pixels.Select(static value => Math.Round(value / HeartAndCross.Strength, 3))]);
}
